package io.orderlake.domain.gold;

import io.orderlake.domain.lake.LakeProperties;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** The Gold tables of every lake; configuration adds others. */
public final class GoldProjections {
  private GoldProjections() {}

  /**
   * Those that are built in.
   *
   * @param lake whose hours and days the reports speak of
   */
  public static List<GoldProjection> in(LakeProperties lake) {
    return List.of(revenueByCityHour(lake), revenueByProductDay(lake));
  }

  /** Revenue by city and hour. */
  public static GoldProjection revenueByCityHour(LakeProperties lake) {
    return new GoldProjection(
        "revenue_by_city_hour", java.util.List.of(Dimension.CITY), Grain.HOUR, lake);
  }

  /** Revenue by product and day. */
  public static GoldProjection revenueByProductDay(LakeProperties lake) {
    return new GoldProjection(
        "revenue_by_product_day", java.util.List.of(Dimension.PRODUCT), Grain.DAY, lake);
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
