package io.orderlake.application.explain;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.Gathered;
import io.orderlake.application.lake.Interruptible;
import io.orderlake.application.lake.ReadByGold;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lookup.PlacedSale;
import io.orderlake.domain.silver.RecordRefiner;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.ZoneId;
import java.util.List;

/** Explains a Gold cell as of one published lake version: the rows that it was added up from. */
public final class ExplainCell {
  private final ExplainPorts ports;
  private final RecordRefiner refiner;
  private final Seq<GoldProjection> projections;
  private final ZoneId zone;

  /**
   * @param refiner with the rules in force
   * @param projections the Gold tables there are
   * @param zone the reporting zone
   */
  public ExplainCell(
      ExplainPorts ports, RecordRefiner refiner, Seq<GoldProjection> projections, ZoneId zone) {
    this.ports = ports;
    this.refiner = refiner;
    this.projections = projections;
    this.zone = zone;
  }

  /**
   * Which cell.
   *
   * @param table the Gold table's name
   * @param texts the city, product, … in the table's order; upper and lower case are the same
   * @param time the hour, the day, …, as it is written in a query
   * @param limit how many of its rows to show at most; all of them are added up
   * @param asOf as of which lake version
   */
  public record Query(String table, List<String> texts, String time, int limit, AsOf asOf) {}

  /**
   * The cell that is asked for; nothing is read for it.
   *
   * @return its key, or the sentence that says why no such cell can be
   */
  public Either<String, GoldKey> key(Query asked) {
    return asked.limit() < 0
        ? Either.left("the limit must be 0 or more, not " + asked.limit())
        : GoldProjections.named(asked.table(), projections)
            .flatMap(
                projection -> new CellQuestion(projection, zone).key(asked.texts(), asked.time()));
  }

  /**
   * Where the figure comes from.
   *
   * @return the explanation, or the sentence that says what is wrong with the query
   * @throws LakeFailure when a table cannot be read
   */
  public Either<String, ExplainedCell> explain(Query asked) {
    return key(asked)
        .flatMap(key -> asked.asOf().in(ports.versions()).flatMap(lake -> cell(lake, key, asked)));
  }

  private Either<String, ExplainedCell> cell(LakeVersion lake, GoldKey asked, Query query) {
    GoldProjection projection = GoldProjections.named(query.table(), projections).get();
    Option<TableState> gold = lake.table(TableId.gold(projection.table()));
    if (gold.isEmpty()) {
      return Either.left(
          projection.table() + " is not published as of lake version " + lake.number());
    }
    Vector<GoldCell> cells =
        Gathered.rows(ports.lookup().cells(projection, gold.get().version(), asked.partition()))
            .filter(cell -> cell.key().time().equals(asked.time()));
    Option<GoldCell> found = cells.find(each -> isNamed(each, asked));
    GoldCell cell = found.getOrElse(() -> new GoldCell(asked, projection.measures().zero()));
    long read = new ReadByGold(ports.versions(), ports.bronze()).lastSequence(lake, gold.get());
    CellRows rows = new CellRows(projection, cell.key(), read, query.limit());
    lake.table(TableId.SILVER_ORDERS)
        .forEach(
            silver -> {
              long version = silver.version();
              Gathered.forEach(
                  ports.lookup().sales(version, projection.spanOf(cell.key())),
                  Interruptible.of(rows));
              Set<SourcePosition> doubtful = rows.doubtful();
              rows.end(
                  doubtful.isEmpty()
                      ? Vector.empty()
                      : Gathered.rows(ports.lookup().rowsFrom(version, doubtful)));
            });
    if (found.isEmpty() && rows.count() == 0) {
      return Either.left(noCell(lake, projection, asked, cells));
    }
    return Either.right(
        new ExplainedCell(
            lake, projection, cell, rows.sum(), rows.count(), explained(lake, rows.first())));
  }

  private static boolean isNamed(GoldCell found, GoldKey asked) {
    return Vector.ofAll(found.key().texts())
        .zip(asked.texts())
        .forAll(text -> text._1.equalsIgnoreCase(text._2));
  }

  private static String noCell(
      LakeVersion lake, GoldProjection projection, GoldKey asked, Seq<GoldCell> sameTime) {
    String time = projection.time().name() + " " + asked.time();
    return "%s has no cell for %s and %s as of lake version %s; %s"
        .formatted(
            projection.table(),
            named(projection, asked),
            time,
            lake.number(),
            sameTime.isEmpty()
                ? "it has none at all for that " + projection.time().name()
                : "for that "
                    + projection.time().name()
                    + " it has "
                    + sameTime.map(cell -> cell.key().title()).sorted().mkString("; "));
  }

  private static String named(GoldProjection projection, GoldKey asked) {
    return Vector.ofAll(projection.named(asked).entrySet())
        .map(text -> text.getKey() + " '" + text.getValue() + "'")
        .mkString(", ");
  }

  private Seq<ExplainedRecord> explained(LakeVersion lake, Vector<PlacedSale> rows) {
    Set<SourcePosition> sources = rows.map(row -> row.order().source()).toSet();
    Set<LinePosition> positions = rows.map(row -> row.order().position()).toSet();
    return lake.table(TableId.BRONZE_ORDERS)
        .map(bronze -> Gathered.rows(ports.lookup().records(bronze.version(), sources)))
        .map(records -> complete(records, sources))
        .map(
            records ->
                new RecordFates(ports, refiner, lake)
                    .of(records, line -> positions.contains(line.position())))
        .getOrElse(Vector.empty());
  }

  private static Vector<BronzeRecord> complete(
      Vector<BronzeRecord> records, Set<SourcePosition> sources) {
    Set<SourcePosition> missing = sources.removeAll(records.map(BronzeRecord::source));
    if (missing.nonEmpty()) {
      throw LakeFailure.lasting(
          "Silver has rows from records that Bronze does not hold: "
              + missing.mkString(", ")
              + "; restore bronze/orders from a backup");
    }
    return records;
  }
}
