package io.orderlake.domain.order;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads the one form of a time that producers of today write, {@code 2026-11-22T10:15:30.123Z} with
 * any number of decimals from none to nine, many times faster than a formatter does.
 */
final class UtcText {
  private static final String FORM = "dddd-dd-ddTdd:dd:dd";
  private static final int NO_DIGITS = -1;
  private static final long SECONDS_PER_DAY = 86_400;

  private UtcText() {}

  /** The instant, cut to the microsecond; none when the text has another form or is no time. */
  static Option<Instant> parse(String text) {
    int end = text.length() - 1;
    if (!hasForm(text) || text.charAt(end) != 'Z') {
      return Option.none();
    }
    int micros = end == FORM.length() ? 0 : micros(text, end);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    if (micros == NO_DIGITS || hour > 23 || minute > 59 || second > 59) {
      return Option.none();
    }
    try {
      long day =
          LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)).toEpochDay();
      long seconds = day * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second;
      return Option.some(Instant.ofEpochSecond(seconds, micros * 1_000L));
    } catch (DateTimeException e) {
      return Option.none();
    }
  }

  private static boolean hasForm(String text) {
    if (text.length() <= FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char wanted = FORM.charAt(i);
      if (wanted == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != wanted) {
        return false;
      }
    }
    return true;
  }

  /** The decimals between the point and {@code end} as microseconds. */
  private static int micros(String text, int end) {
    int decimals = end - FORM.length() - 1;
    if (text.charAt(FORM.length()) != '.' || decimals < 1 || decimals > 9) {
      return NO_DIGITS;
    }
    int micros = 0;
    for (int i = 0; i < Math.max(6, decimals); i++) {
      char c = i < decimals ? text.charAt(FORM.length() + 1 + i) : '0';
      if (!isDigit(c)) {
        return NO_DIGITS;
      }
      micros = i < 6 ? micros * 10 + (c - '0') : micros;
    }
    return micros;
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
