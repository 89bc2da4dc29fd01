package io.orderlake.answers.text;

import io.orderlake.domain.text.Invisible;
import io.vavr.collection.List;
import java.util.Locale;

/**
 * What a program or a spreadsheet reads, on several lines; nothing in it steers a terminal.
 *
 * @param lines without their ends
 * @param asStored they hold texts as they are stored; not for a terminal
 */
public record Document(List<String> lines, boolean asStored) {
  /** Lines in which nothing steers. */
  Document(List<String> lines) {
    this(lines, false);
  }

  /** Lines that a terminal must not see as they are. */
  static Document asStored(List<String> lines) {
    return new Document(lines, true);
  }

  /**
   * JSON whose strings hold nothing invisible: it is escaped, and half of a surrogate pair, which
   * no UTF-8 can hold and many readers refuse, becomes U+FFFD.
   *
   * @param json well formed; line feeds and spaces are all the white space between its parts
   */
  public static Document json(String json) {
    return new Document(List.of(escaped(json).split("\n", -1)));
  }

  /** JSON as {@link #json} has it. */
  static String escaped(String json) {
    StringBuilder out = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || !Invisible.is(c)) {
                out.appendCodePoint(c);
              } else if (Character.getType(c) == Character.SURROGATE) {
                out.append("\\ufffd");
              } else {
                for (char unit : Character.toChars(c)) {
                  out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
              }
            });
    return out.toString();
  }
}
