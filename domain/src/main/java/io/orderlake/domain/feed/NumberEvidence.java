package io.orderlake.domain.feed;

import io.orderlake.domain.notation.CellText;
import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.NumberStyle;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds out how a table writes numbers, from its cells. {@code 3,50} shows a decimal comma and
 * {@code 3.50} a decimal point; {@code 1,234} can be either and is never guessed.
 */
public final class NumberEvidence {
  /** What a cell shows. */
  enum Shows {
    POINT,
    COMMA,
    /** One comma before three digits: a thousand, or one and a fraction. */
    COMMA_OR_GROUP,
    /** One point before three digits. */
    POINT_OR_GROUP,
    NOTHING
  }

  /**
   * The style, and a sentence for the reader when it is not the contract's own.
   *
   * @param note what was concluded from what; none when there is nothing to say
   */
  public record Finding(NumberStyle style, Option<String> note) {}

  private record Seen(String place, String cell) {
    @Override
    public String toString() {
      return place + " has " + cell;
    }
  }

  private final Map<Shows, Seen> first = new EnumMap<>(Shows.class);

  /**
   * Takes a cell of a column of numbers into account.
   *
   * @param place where it is, as a message says it
   */
  public void see(String place, String cell) {
    String text = CellText.clean(cell);
    Shows shows = shows(text);
    if (shows != Shows.NOTHING) {
      first.putIfAbsent(shows, new Seen(place, text));
    }
  }

  static Shows shows(String cell) {
    StringBuilder core = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (i == 0 && (c == '-' || c == '+' || c == '\u2212')) {
        continue;
      }
      if (NumberStyle.SPACES.indexOf(c) < 0) {
        core.append(c);
      }
    }
    String text = core.toString();
    boolean point = new NumberStyle(DecimalSign.POINT, true).read(text).isDefined();
    boolean comma = new NumberStyle(DecimalSign.COMMA, true).read(text).isDefined();
    if (point && comma) {
      return ambiguous(text);
    }
    return point ? Shows.POINT : comma ? Shows.COMMA : Shows.NOTHING;
  }

  /** A number in both styles: without either sign, or with one that could group. */
  private static Shows ambiguous(String text) {
    int comma = text.indexOf(',');
    int point = text.indexOf('.');
    if (comma < 0 && point < 0) {
      return Shows.NOTHING;
    }
    if (text.charAt(0) == '0') {
      return comma >= 0 ? Shows.COMMA : Shows.POINT; // nobody groups a leading zero
    }
    return comma >= 0 ? Shows.COMMA_OR_GROUP : Shows.POINT_OR_GROUP;
  }

  /**
   * What the cells seen amount to.
   *
   * @param delimiter of the table; with semicolons a comma is to be expected in numbers
   * @return the finding, or the sentence that asks for what cannot be known
   */
  public Either<String, Finding> finding(char delimiter) {
    Seen point = first.get(Shows.POINT);
    Seen comma = first.get(Shows.COMMA);
    Seen either = first.get(Shows.COMMA_OR_GROUP);
    if (point != null && comma != null) {
      return Either.left(
          comma
              + " and "
              + point
              + ": is the decimal sign a comma or a point? Say --decimal , or --decimal .");
    }
    if (comma != null) {
      return Either.right(
          new Finding(
              new NumberStyle(DecimalSign.COMMA, true),
              Option.some("numbers are read with a decimal comma: " + comma)));
    }
    if (point != null) {
      return Either.right(
          new Finding(
              new NumberStyle(DecimalSign.POINT, true),
              Option.of(either)
                  .map(seen -> "commas are read as thousands: " + seen + ", and " + point)));
    }
    if (either == null && delimiter == ';') {
      either = first.get(Shows.POINT_OR_GROUP);
    }
    if (either != null) {
      return Either.left(ask(either));
    }
    return Either.right(new Finding(NumberStyle.PLAIN, Option.none()));
  }

  private static String ask(Seen seen) {
    String digits = seen.cell.replaceAll("[.,]", "");
    return seen
        + ", which is "
        + digits
        + " or "
        + seen.cell.replace(',', '.')
        + ": say --decimal . or --decimal , for what the decimal sign is";
  }
}
