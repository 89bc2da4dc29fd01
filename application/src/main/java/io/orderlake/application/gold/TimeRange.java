package io.orderlake.application.gold;

import io.orderlake.application.lake.AskedTime;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.ZoneId;
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
      case DATE -> AskedTime.date(text.get(), zone).map(day -> key -> !key.date().isBefore(day));
      case INSTANT ->
          AskedTime.instant(text.get(), zone).map(start -> key -> !key.instant().isBefore(start));
    };
  }
}
