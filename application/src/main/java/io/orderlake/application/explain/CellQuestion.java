package io.orderlake.application.explain;

import io.orderlake.application.lake.AskedTime;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.text.TimeText;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneId;

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
   * @param text the value of the text column
   * @param time the value of the time column: a date; or an instant such as {@code
   *     2026-11-22T10:00:00Z}, or the same in the reporting zone, as the figures are shown: {@code
   *     2026-11-22 10:00}, with the offset where the clocks show that twice
   * @return the key, or the sentence that says what is wrong with the time
   */
  Either<String, GoldKey> key(String text, String time) {
    return switch (projection.time().kind()) {
      case DATE ->
          AskedTime.date(time, zone).map(day -> keyAt(text, day.atStartOfDay(zone).toInstant()));
      case INSTANT ->
          AskedTime.instant(time, zone)
              .flatMap(
                  start -> {
                    GoldKey key = keyAt(text, start);
                    return key.instant().equals(start)
                        ? Either.right(key)
                        : Either.left(noStart(start, key.instant()));
                  });
    };
  }

  private GoldKey keyAt(String text, Instant time) {
    return projection.keyOf(new Sale(text, text, 1, Amount.ZERO, time));
  }

  private String noStart(Instant asked, Instant start) {
    String name = projection.time().name();
    TimeText times = new TimeText(zone);
    return "no %s starts at %s; the %s of it starts at %s"
        .formatted(name, times.moment(asked), name, times.start(start));
  }
}
