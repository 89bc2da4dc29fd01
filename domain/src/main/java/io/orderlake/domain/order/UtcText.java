package io.orderlake.domain.order;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads and writes the forms of a time that producers of today use, {@code
 * 2026-11-22T10:15:30.123Z} or with an offset such as {@code +02:00}, and with any number of
 * decimals from none to nine, many times faster than a formatter does.
 */
public final class UtcText {
  private static final String FORM = "dddd-dd-ddTdd:dd:dd";
  private static final String OFFSET = "+dd:dd";
  private static final int NONE = -1;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final int MAX_OFFSET_HOURS = 17;

  private UtcText() {}

  /** The instant, cut to the microsecond; none when the text has another form or is no time. */
  static Option<Instant> parse(String text) {
    if (!hasForm(text, 0, FORM)) {
      return Option.none();
    }
    int zone = zoneAt(text);
    int offset = zone == NONE ? NONE : offsetMinutes(text, zone);
    int micros = zone == NONE ? NONE : micros(text, zone);
    int hour = digits(text, 11);
    int minute = digits(text, 14);
    int second = digits(text, 17);
    if (offset == NONE || micros == NONE || hour > 23 || minute > 59 || second > 59) {
      return Option.none();
    }
    try {
      int year = digits(text, 0) * 100 + digits(text, 2);
      long day = LocalDate.of(year, digits(text, 5), digits(text, 8)).toEpochDay();
      long seconds = day * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second;
      int east = text.charAt(zone) == '-' ? -offset : offset;
      return Option.some(Instant.ofEpochSecond(seconds - east * 60L, micros * 1_000L));
    } catch (DateTimeException e) {
      return Option.none();
    }
  }

  /** Where the zone starts, which ends the text; or {@link #NONE}. */
  private static int zoneAt(String text) {
    int last = text.length() - 1;
    if (text.charAt(last) == 'Z') {
      return last;
    }
    int sign = text.length() - OFFSET.length();
    return sign >= FORM.length() && (text.charAt(sign) == '-' || text.charAt(sign) == '+')
        ? sign
        : NONE;
  }

  /** How far the zone is from UTC, without the sign. */
  private static int offsetMinutes(String text, int zone) {
    if (text.charAt(zone) == 'Z') {
      return 0;
    }
    if (!hasForm(text, zone + 1, "dd:dd")) {
      return NONE;
    }
    int hours = digits(text, zone + 1);
    int minutes = digits(text, zone + 4);
    return hours > MAX_OFFSET_HOURS || minutes > 59 ? NONE : hours * 60 + minutes;
  }

  private static boolean hasForm(String text, int from, String form) {
    if (text.length() < from + form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char wanted = form.charAt(i);
      char c = text.charAt(from + i);
      if (wanted == 'd' ? !isDigit(c) : c != wanted) {
        return false;
      }
    }
    return true;
  }

  /** The decimals between the seconds and {@code end} as microseconds. */
  private static int micros(String text, int end) {
    if (end == FORM.length()) {
      return 0;
    }
    int decimals = end - FORM.length() - 1;
    if (text.charAt(FORM.length()) != '.' || decimals < 1 || decimals > 9) {
      return NONE;
    }
    int micros = 0;
    for (int i = 0; i < Math.max(6, decimals); i++) {
      char c = i < decimals ? text.charAt(FORM.length() + 1 + i) : '0';
      if (!isDigit(c)) {
        return NONE;
      }
      micros = i < 6 ? micros * 10 + (c - '0') : micros;
    }
    return micros;
  }

  /** Two digits as a number. */
  private static int digits(String text, int from) {
    return (text.charAt(from) - '0') * 10 + (text.charAt(from + 1) - '0');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** {@link Instant#toString}, of an instant that {@link EventTime} can hold. */
  public static String of(Instant time) {
    long day = Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY);
    int second = (int) Math.floorMod(time.getEpochSecond(), SECONDS_PER_DAY);
    int micros = time.getNano() / 1_000;
    LocalDate date = LocalDate.ofEpochDay(day);
    byte[] text = "0000-00-00T00:00:00.000000Z".getBytes(ISO_8859_1);
    put(text, 0, date.getYear() / 100);
    put(text, 2, date.getYear() % 100);
    put(text, 5, date.getMonthValue());
    put(text, 8, date.getDayOfMonth());
    put(text, 11, second / 3_600);
    put(text, 14, second / 60 % 60);
    put(text, 17, second % 60);
    put(text, 20, micros / 10_000);
    put(text, 22, micros / 100 % 100);
    put(text, 24, micros % 100);
    int end = micros == 0 ? FORM.length() : micros % 1_000 == 0 ? 23 : 26;
    text[end] = 'Z';
    return new String(text, 0, end + 1, ISO_8859_1);
  }

  private static void put(byte[] text, int at, int twoDigits) {
    text[at] = (byte) ('0' + twoDigits / 10);
    text[at + 1] = (byte) ('0' + twoDigits % 10);
  }
}
