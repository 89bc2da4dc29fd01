package io.orderlake.application.gold;

import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;

/** From when (inclusive) to when (exclusive) cells are shown. */
final class TimeRange {
  private TimeRange() {}

  static Either<String, Predicate<GoldKey>> of(
      GoldProjection projection, Option<String> from, Option<String> to, ZoneId zone) {
    return notBefore(projection, from, zone)
        .flatMap(
            atOrAfterFrom ->
                notBefore(projection, to, zone)
                    .map(
                        atOrAfterTo ->
                            to.isEmpty()
                                ? atOrAfterFrom
                                : atOrAfterFrom.and(atOrAfterTo.negate())));
  }

  private static Either<String, Predicate<GoldKey>> notBefore(
      GoldProjection projection, Option<String> text, ZoneId zone) {
    if (text.isEmpty()) {
      return Either.right(key -> true);
    }
    return switch (projection.time().kind()) {
      case DATE -> date(text.get()).map(day -> key -> !key.date().isBefore(day));
      case INSTANT -> instant(text.get(), zone).map(start -> key -> !key.instant().isBefore(start));
    };
  }

  private static Either<String, LocalDate> date(String text) {
    try {
      return Either.right(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Either.left("'" + text + "' is not a date such as 2026-11-22");
    }
  }

  private static Either<String, Instant> instant(String text, ZoneId zone) {
    try {
      return Either.right(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return date(text)
          .map(day -> day.atStartOfDay(zone).toInstant())
          .mapLeft(problem -> problem + " nor an instant such as 2026-11-22T10:00:00Z");
    }
  }
}
