package io.orderlake.adapters.console.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Tags;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to do about each alert: the paragraphs of the guide for operations that are headed by
 * alerts.
 *
 * @param paragraphs by alert, as the guide has them
 */
record Runbooks(Map<String, List<String>> paragraphs) {
  private static final String GUIDE = "operations.md";

  private static final Pattern SECTION =
      Pattern.compile("(?ms)^### (Orderlake\\w+)\\n+(.*?)(?=^##|\\z)");

  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\([^)]+\\)");

  /** Those of this program's guide. */
  static Runbooks read() {
    try (InputStream in = Runbooks.class.getResourceAsStream(GUIDE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its guide " + GUIDE);
      }
      return of(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's guide " + GUIDE, e);
    }
  }

  static Runbooks of(String guide) {
    Map<String, List<String>> found = LinkedHashMap.empty();
    Matcher section = SECTION.matcher(guide);
    while (section.find()) {
      List<String> paragraphs = List.of(section.group(2).strip().split("\\n\\n+"));
      found = found.put(section.group(1), paragraphs.map(text -> text.replace('\n', ' ')));
    }
    return new Runbooks(found);
  }

  /** The paragraphs of an alert; none where there is no such alert. */
  Html html(String alert) {
    return Html.of(paragraphs.get(alert).getOrElse(List.empty()).map(Runbooks::paragraph));
  }

  /** What is set as code stays so; links lead elsewhere, and are their texts. */
  private static Html paragraph(String text) {
    List<String> parts = List.of(LINK.matcher(text).replaceAll("$1").split("`", -1));
    return Tags.p(
        Html.of(
            parts.zipWithIndex(
                (part, index) -> index % 2 == 0 ? Html.text(part) : Tags.code(part))));
  }
}
