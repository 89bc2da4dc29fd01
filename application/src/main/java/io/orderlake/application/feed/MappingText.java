package io.orderlake.application.feed;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The written form of a column mapping. */
final class MappingText {
  /** One {@code field=column} or {@code field:=constant}. */
  record Entry(String field, ColumnMapping.Source source) {}

  private static final Pattern ENTRY =
      Pattern.compile(
          "\\s*([^\\s,:=\"]+)\\s*(:?=)\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*[^,\"\\s]|))\\s*(,|$)");

  private static final Pattern NAME =
      Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*[^,\"\\s]|))\\s*(,|$)");

  private MappingText() {}

  /** Names of columns, or the sentence that says from where on the text makes no sense. */
  static Either<String, List<String>> names(String text) {
    List<String> names = List.empty();
    Matcher matcher = NAME.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return Either.left(
            "the columns cannot be read from '"
                + text.substring(at)
                + "' on; expected names separated by commas, those with a comma in double quotes");
      }
      names = names.append(unquoted(matcher.group(1), matcher.group(2)));
      at = matcher.end();
    }
    return Either.right(names);
  }

  private static String unquoted(@Nullable String quoted, String plain) {
    return quoted == null ? plain : quoted.replace("\"\"", "\"");
  }

  /** The entries, or the sentence that says from where on the text makes no sense. */
  static Either<String, Seq<Entry>> entries(String text) {
    List<Entry> entries = List.empty();
    Matcher matcher = ENTRY.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return Either.left(
            "the column mapping cannot be read from '"
                + text.substring(at)
                + "' on; expected field=Column, field=\"Column name\" or field:=constant, separated"
                + " by commas");
      }
      entries = entries.append(entry(matcher));
      at = matcher.end();
    }
    return Either.right(entries);
  }

  private static Entry entry(Matcher matcher) {
    String value = unquoted(matcher.group(3), matcher.group(4));
    return new Entry(
        matcher.group(1),
        matcher.group(2).equals("=")
            ? new ColumnMapping.Source.Column(value)
            : new ColumnMapping.Source.Constant(value));
  }
}
