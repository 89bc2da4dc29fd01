package io.orderlake.domain.gold;

import io.vavr.collection.List;
import java.time.ZoneId;

/** All Gold tables; a new one is registered here and nowhere else. */
public final class GoldProjections {
  private GoldProjections() {}

  /**
   * The tables, cut in one zone.
   *
   * @param reportingZone the zone whose hours and days the reports speak of
   */
  public static List<GoldProjection> in(ZoneId reportingZone) {
    return List.of(new RevenueByCityHour(reportingZone), new RevenueByProductDay(reportingZone));
  }
}
