package io.orderlake.domain.gold;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
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
