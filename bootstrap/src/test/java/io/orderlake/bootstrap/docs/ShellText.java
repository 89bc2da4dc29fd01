package io.orderlake.bootstrap.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Commands as pages show them. */
public final class ShellText {
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
  private static final Pattern FILE =
      Pattern.compile("cat > (\\S+) <<'END'\\n(.*?)END\\n", Pattern.DOTALL);

  private ShellText() {}

  /** The words of a command, without quotes; a comment at its end is none. */
  public static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(MatchResult::group)
        .takeWhile(word -> !word.startsWith("#"))
        .map(word -> word.replaceAll("['\"]", ""))
        .toList();
  }

  /** The commands after a prompt, each with the lines that the page shows as its answer. */
  public static Map<Integer, Step> steps(String page) {
    Map<Integer, Step> steps = new LinkedHashMap<>();
    Step last = null;
    for (String line : page.lines().toList()) {
      if (line.startsWith("$ ./orderlake ")) {
        last = new Step(words(line.substring("$ ./orderlake ".length())), new ArrayList<>());
        steps.put(steps.size(), last);
      } else if (line.startsWith("```")) {
        last = null;
      } else if (last != null && !line.isBlank()) {
        last.answer.add(line);
      }
    }
    return steps;
  }

  /** A command and what it answers. */
  public record Step(List<String> words, List<String> answer) {}

  /** A file that a page writes; its content. */
  public static String file(String page, String name) {
    return FILE.matcher(page)
        .results()
        .filter(found -> found.group(1).equals(name))
        .findFirst()
        .orElseThrow()
        .group(2);
  }
}
