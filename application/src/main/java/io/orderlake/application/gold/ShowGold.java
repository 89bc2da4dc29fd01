package io.orderlake.application.gold;

import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.gold.Totals;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Shows a Gold table as of one published lake version. */
public final class ShowGold {
  private final LakeVersions versions;
  private final GoldView view;
  private final Seq<GoldProjection> projections;
  private final ZoneId reportingZone;

  /**
   * A report over the lake.
   *
   * @param projections the Gold tables there are
   * @param reportingZone whose days a date in a query means
   */
  public ShowGold(
      LakeVersions versions, GoldView view, Seq<GoldProjection> projections, ZoneId reportingZone) {
    this.versions = versions;
    this.view = view;
    this.projections = projections;
    this.reportingZone = reportingZone;
  }

  /**
   * What to show.
   *
   * @param table the table's name
   * @param texts by text column of the table, the only value to show; upper and lower case are the
   *     same
   * @param from only cells at or after that date ({@code 2026-11-22}) or, in a table cut by
   *     instant, that instant ({@code 2026-11-22T10:00:00Z})
   * @param to only cells before that date or instant
   * @param order which cells come first
   * @param limit how many cells to show at most
   * @param asOf as of which lake version
   */
  public record Query(
      String table,
      Map<String, String> texts,
      Option<String> from,
      Option<String> to,
      Order order,
      int limit,
      AsOf asOf) {

    /** The first cells of a table as it is now. */
    public static Query of(String table, Order order, int limit) {
      return new Query(
          table, HashMap.empty(), Option.none(), Option.none(), order, limit, AsOf.NEWEST);
    }
  }

  /** Which cells come first. */
  public enum Order {
    /** The earliest, then by text. */
    TIME,
    /** By text, then the earliest. */
    TEXT,
    /** The greatest revenue, then as by time. */
    REVENUE
  }

  /** The lake version that is meant, or the sentence that says what is wrong with it. */
  public Either<String, LakeVersion> lake(AsOf asOf) {
    return asOf.in(versions);
  }

  /** The tables there are. */
  public Seq<GoldProjection> tables() {
    return projections;
  }

  /**
   * Reads the table.
   *
   * @return the cells, none while the table is not published; or the sentence that says what is
   *     wrong with the query
   * @throws io.orderlake.domain.lake.LakeFailure when the table cannot be read
   */
  public Either<String, GoldPage> show(Query query) {
    if (query.limit() < 0) {
      return Either.left("the limit must be 0 or more, not " + query.limit());
    }
    return GoldProjections.named(query.table(), projections)
        .flatMap(
            projection ->
                TimeRange.of(projection, query.from(), query.to(), reportingZone)
                    .flatMap(
                        range ->
                            query
                                .asOf()
                                .in(versions)
                                .map(
                                    lake ->
                                        page(
                                            projection,
                                            lake,
                                            range.and(having(projection, query.texts())),
                                            query))));
  }

  private GoldPage page(
      GoldProjection projection, LakeVersion lake, Predicate<GoldKey> asked, Query query) {
    List<GoldCell> matching = new ArrayList<>();
    lake.table(TableId.gold(projection.table()))
        .forEach(
            state ->
                view.forEach(
                    projection,
                    state.version(),
                    cell -> {
                      if (asked.test(cell.key())) {
                        matching.add(cell);
                      }
                    }));
    Totals totals = Totals.none(projection.measures());
    for (GoldCell cell : matching) {
      totals = totals.plus(projection.currencyOf(cell.key()), cell.figures());
    }
    matching.sort(CellOrder.of(query.order()));
    Seq<GoldCell> shown = Vector.ofAll(matching.stream().limit(query.limit()));
    return new GoldPage(projection, lake, shown, matching.size(), totals);
  }

  /** Those that have the texts that are asked for; the table has the columns. */
  static Predicate<GoldKey> having(GoldProjection projection, Map<String, String> texts) {
    Seq<Tuple2<Integer, String>> places =
        texts.toVector().map(text -> text.map1(projection.textColumns()::indexOf));
    return key -> places.forAll(asked -> key.texts().get(asked._1).equalsIgnoreCase(asked._2));
  }
}
