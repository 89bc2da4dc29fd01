package io.orderlake.domain.order;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an order happened.
 *
 * @param instant UTC, cut to the microsecond, in the years 1 to 9999
 * @param zoned false when the text named no zone and UTC was assumed
 */
public record EventTime(Instant instant, boolean zoned) {
  private static final int MAX_TEXT = 48;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** That of the contract's schemas. */
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})"
              + "([Tt ]([0-9]{2}):([0-9]{2})(:([0-9]{2})(\\.([0-9]{1,9}))?)?"
              + "([Zz]|([+-])([0-9]{2}):([0-9]{2})(:([0-9]{2}))?)?)?");

  private static final String NO_FORM =
      "is not in the form YYYY-MM-DDThh:mm:ss with Z or an offset such as +02:00";
  private static final String NO_DAY = "names a day that the calendar does not have";
  private static final String NO_HOUR = "names a time of day beyond 00:00:00 to 23:59:59";
  private static final String NO_OFFSET = "names an offset beyond -18:00 to +18:00";
  private static final String NO_YEAR = "lies beyond the years 1 to 9999";

  /**
   * Reads the form of ISO 8601 that the contract's schemas allow: a date, a date and a time, or
   * those with an offset or {@code Z}, all of them with their hyphens and colons. A date alone is
   * its midnight; without a zone UTC is meant.
   *
   * @return the time, or what is wrong with the text, as a sentence goes on after the field's name
   */
  public static Either<String, EventTime> parse(String text) {
    return ofAnyYear(text).flatMap(time -> inRange(time, text));
  }

  /** Whether the text is a time in that form, in whatever year. */
  public static boolean isWritten(String text) {
    return ofAnyYear(text).isRight();
  }

  private static Either<String, EventTime> ofAnyYear(String text) {
    Option<Instant> usual = UtcText.parse(text);
    if (usual.isDefined()) {
      return Either.right(new EventTime(usual.get(), true));
    }
    Matcher parts = FORM.matcher(text);
    return text.length() <= MAX_TEXT && parts.matches()
        ? date(parts)
            .flatMap(date -> time(parts).flatMap(time -> of(date, time, parts)))
            .mapLeft(problem -> told(problem, text))
        : Either.left(told(NO_FORM, text));
  }

  private static String told(String problem, String text) {
    return problem + ": " + Shown.text(text) + "; write, e.g., 2026-11-20T10:15:00Z";
  }

  private static Either<String, LocalDate> date(Matcher parts) {
    try {
      int year = number(parts.group(1));
      return Either.right(LocalDate.of(year, number(parts.group(2)), number(parts.group(3))));
    } catch (DateTimeException e) {
      return Either.left(NO_DAY);
    }
  }

  private static Either<String, LocalTime> time(Matcher parts) {
    String decimals = parts.group(10) == null ? "" : parts.group(10);
    int nano = number(decimals + "0".repeat(9 - decimals.length()));
    try {
      return Either.right(
          LocalTime.of(
              number(parts.group(5)), number(parts.group(6)), number(parts.group(8)), nano));
    } catch (DateTimeException e) {
      return Either.left(NO_HOUR);
    }
  }

  private static Either<String, EventTime> of(LocalDate date, LocalTime time, Matcher parts) {
    LocalTime cut = time.truncatedTo(ChronoUnit.MICROS);
    boolean zoned = parts.group(11) != null;
    try {
      int sign = "-".equals(parts.group(12)) ? -1 : 1;
      ZoneOffset offset =
          ZoneOffset.ofHoursMinutesSeconds(
              sign * number(parts.group(13)),
              sign * number(parts.group(14)),
              sign * number(parts.group(16)));
      return Either.right(new EventTime(date.atTime(cut).toInstant(offset), zoned));
    } catch (DateTimeException e) {
      return Either.left(NO_OFFSET);
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static Either<String, EventTime> inRange(EventTime time, String text) {
    return !time.instant.isBefore(FIRST) && time.instant.isBefore(END)
        ? Either.right(time)
        : Either.left(told(NO_YEAR, text));
  }
}
