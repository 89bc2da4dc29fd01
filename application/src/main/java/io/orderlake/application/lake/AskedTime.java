package io.orderlake.application.lake;

import io.orderlake.domain.text.TimeText;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;

/**
 * Times as people write them in a query, or as they are shown ({@link TimeText}). A time of day
 * without an offset is the zone's; one that the zone's clocks show twice, or never, is refused.
 */
public final class AskedTime {
  private AskedTime() {}

  /** A date such as {@code 2026-11-22}; or the sentence that says what is wrong with it. */
  private static Either<String, LocalDate> date(String text) {
    try {
      return Either.right(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Either.left("'" + text + "' is not a date such as 2026-11-22");
    }
  }

  /** A date that the zone has; or the sentence that says what is wrong with it. */
  public static Either<String, LocalDate> date(String text, ZoneId zone) {
    return date(text)
        .flatMap(
            day -> {
              LocalDate first = day.atStartOfDay(zone).toLocalDate();
              return first.equals(day)
                  ? Either.right(day)
                  : Either.left(
                      "there is no "
                          + day
                          + " in "
                          + zone
                          + ": after the day before it came "
                          + first);
            });
  }

  /**
   * An instant such as {@code 2026-11-22T10:00:00Z}, a time of the zone such as {@code 2026-11-22
   * 10:00}, or the start of a date.
   *
   * @param zone whose days and clocks are meant
   * @return the instant, or the sentence that says what is wrong with the text
   */
  public static Either<String, Instant> instant(String text, ZoneId zone) {
    if (date(text).isRight()) {
      return date(text, zone).map(day -> day.atStartOfDay(zone).toInstant());
    }
    String iso =
        text.replaceFirst("^(\\S+) (?=\\d)", "$1T").replaceFirst(" ?UTC$", "Z").replace(" ", "");
    try {
      return Either.right(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeParseException e) {
      return local(text, iso, zone);
    }
  }

  private static Either<String, Instant> local(String text, String iso, ZoneId zone) {
    try {
      return inZone(text, LocalDateTime.parse(iso), zone);
    } catch (DateTimeException e) {
      return Either.left(
          "'"
              + text
              + "' is not a date such as 2026-11-22, an instant such as 2026-11-22T10:00:00Z, nor a"
              + " time of "
              + zone
              + " such as 2026-11-22 10:00");
    }
  }

  private static Either<String, Instant> inZone(String text, LocalDateTime clock, ZoneId zone) {
    List<ZoneOffset> offsets = List.ofAll(zone.getRules().getValidOffsets(clock));
    if (offsets.size() == 1) {
      return Either.right(clock.toInstant(offsets.head()));
    }
    ZoneOffsetTransition set = zone.getRules().getTransition(clock);
    return Either.left(
        offsets.isEmpty()
            ? "there is no '%s' in %s: the clocks went from %s on to %s"
                .formatted(
                    text, zone, shown(set.getDateTimeBefore()), shown(set.getDateTimeAfter()))
            : "the clocks of %s showed '%s' twice; write %s"
                .formatted(
                    zone, text, offsets.map(o -> shown(clock) + o.getId()).mkString(" or ")));
  }

  private static String shown(LocalDateTime clock) {
    return clock.toString().replace('T', ' ');
  }
}
