package io.orderlake.domain.order;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

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

  private static final DateTimeFormatter ISO_8601 =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * Reads ISO 8601: a date, a date and a time, or those with an offset or {@code Z}. A date alone
   * is its midnight; without a zone UTC is meant.
   *
   * @return none when the text is no such time, or no day of the calendar
   */
  public static Option<EventTime> parse(String text) {
    if (text.length() > MAX_TEXT) {
      return Option.none();
    }
    Option<Instant> usual = UtcText.parse(text);
    if (usual.isDefined()) {
      return inRange(new EventTime(usual.get(), true));
    }
    try {
      return inRange(
          of(ISO_8601.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
    } catch (DateTimeException e) {
      return Option.none();
    }
  }

  private static EventTime of(TemporalAccessor parsed) {
    return parsed instanceof OffsetDateTime zoned
        ? new EventTime(cut(zoned), true)
        : parsed instanceof LocalDateTime local
            ? new EventTime(cut(local.atOffset(ZoneOffset.UTC)), false)
            : new EventTime(((LocalDate) parsed).atStartOfDay().toInstant(ZoneOffset.UTC), false);
  }

  private static Option<EventTime> inRange(EventTime time) {
    boolean after = !time.instant.isBefore(FIRST);
    return Option.when(after && time.instant.isBefore(END), time);
  }

  private static Instant cut(OffsetDateTime time) {
    return time.toInstant().truncatedTo(ChronoUnit.MICROS);
  }
}
