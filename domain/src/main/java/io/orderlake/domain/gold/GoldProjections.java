package io.orderlake.domain.gold;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.ZoneId;

/** The Gold tables of every lake; configuration adds others. */
public final class GoldProjections {
  private GoldProjections() {}

  /**
   * Those that are built in, cut in one zone.
   *
   * @param reportingZone the zone whose hours and days the reports speak of
   */
  public static List<GoldProjection> in(ZoneId reportingZone) {
    return List.of(revenueByCityHour(reportingZone), revenueByProductDay(reportingZone));
  }

  /** Revenue by city and hour. */
  public static GoldProjection revenueByCityHour(ZoneId zone) {
    return new GoldProjection(
        "revenue_by_city_hour", java.util.List.of(Dimension.CITY), Grain.HOUR, zone);
  }

  /** Revenue by product and day. */
  public static GoldProjection revenueByProductDay(ZoneId zone) {
    return new GoldProjection(
        "revenue_by_product_day", java.util.List.of(Dimension.PRODUCT), Grain.DAY, zone);
  }

  /** The table of that name, or the sentence that says which there are. */
  public static Either<String, GoldProjection> named(
      String table, Seq<GoldProjection> projections) {
    return projections
        .find(projection -> projection.table().equals(table))
        .toEither(
            () ->
                "there is no Gold table '"
                    + table
                    + "': the tables are "
                    + projections.map(GoldProjection::table).mkString(", "));
  }
}
