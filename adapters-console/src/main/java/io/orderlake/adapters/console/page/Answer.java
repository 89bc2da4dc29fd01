package io.orderlake.adapters.console.page;

import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.answers.text.Document;
import io.orderlake.domain.lake.LakeVersion;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What comes of a request. */
public sealed interface Answer {
  /**
   * One document in two forms, of which that is made which is asked for.
   *
   * @param lake the version that it shows
   * @param html for people, below the page's heading
   * @param json for programs; what the command's {@code --json} prints where there is such a
   *     command
   */
  record Shown(LakeVersion lake, Supplier<Html> html, Supplier<Map<String, @Nullable Object>> json)
      implements Answer {}

  /**
   * A file to take away.
   *
   * @param lake the version that it holds
   * @param name as it is to be called, e.g. {@code revenue_by_city_hour.csv}
   * @param mediaType e.g. {@code text/csv; charset=utf-8}
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, compared never
  record File(LakeVersion lake, String name, String mediaType, byte[] bytes) implements Answer {
    /** A document as a file, in UTF-8 with the line ends of CSV. */
    public static File of(LakeVersion lake, String name, String mediaType, Document document) {
      return new File(lake, name, mediaType, Bytes.of(document));
    }
  }

  /**
   * No answer, and why.
   *
   * @param status as HTTP has it, 400 or more
   * @param sentence for people
   */
  record Refused(int status, String sentence) implements Answer {}

  /** Look there. */
  record Elsewhere(Link link) implements Answer {}

  /** One document in two forms. */
  static Answer of(
      LakeVersion lake, Supplier<Html> html, Supplier<Map<String, @Nullable Object>> json) {
    return new Shown(lake, html, json);
  }

  /** What was asked for makes no sense; the sentence says why. */
  static Answer wrong(String sentence) {
    return new Refused(400, sentence);
  }

  /** There is no such thing; the sentence says what there is. */
  static Answer missing(String sentence) {
    return new Refused(404, sentence);
  }
}
