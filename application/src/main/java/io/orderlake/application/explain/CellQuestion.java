package io.orderlake.application.explain;

import io.orderlake.application.lake.AskedTime;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.text.TimeText;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The key of a cell, out of what somebody wrote. */
final class CellQuestion {
  private final GoldProjection projection;
  private final ZoneId zone;

  /**
   * @param zone the reporting zone
   */
  CellQuestion(GoldProjection projection, ZoneId zone) {
    this.projection = projection;
    this.zone = zone;
  }

  /**
   * The key.
   *
   * @param texts the values of the text columns
   * @param time the value of the time column: a date; or an instant such as {@code
   *     2026-11-22T10:00:00Z}, or the same in the reporting zone, as the figures are shown: {@code
   *     2026-11-22 10:00}, with the offset where the clocks show that twice
   * @return the key, or the sentence that says what is wrong with the time
   */
  Either<String, GoldKey> key(List<String> texts, String time) {
    return start(time).map(start -> projection.key(texts, start));
  }

  private Either<String, Comparable<?>> start(String time) {
    return switch (projection.time().kind()) {
      case DATE ->
          AskedTime.date(time, zone)
              .flatMap(day -> startAt(day, day.atStartOfDay(zone).toInstant()));
      case INSTANT -> AskedTime.instant(time, zone).flatMap(instant -> startAt(instant, instant));
    };
  }

  private Either<String, Comparable<?>> startAt(Comparable<?> asked, Instant instant) {
    Comparable<?> start = projection.startOf(instant);
    return start.equals(asked) ? Either.right(start) : Either.left(noStart(asked, start));
  }

  private String noStart(Comparable<?> asked, Comparable<?> start) {
    String name = projection.time().name();
    TimeText times = new TimeText(zone);
    return "no %s starts at %s; the %s of it starts at %s"
        .formatted(
            name,
            asked instanceof Instant instant ? times.moment(instant) : asked,
            name,
            times.start(start));
  }
}
