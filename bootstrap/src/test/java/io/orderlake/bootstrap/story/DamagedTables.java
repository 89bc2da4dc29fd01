package io.orderlake.bootstrap.story;

import io.orderlake.application.audit.AuditJob;
import io.orderlake.application.audit.AuditLake;
import io.orderlake.application.refund.FindOverRefunds;
import io.orderlake.bootstrap.config.ConfigReader;
import io.orderlake.bootstrap.config.ConfigSources;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.config.Origin;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.HashMap;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;

/**
 * Changes single rows of a lake's tables as a faulty writer would: Spark writes a changed data file
 * and commits it, and a lake version with that commit is published.
 */
final class DamagedTables implements AutoCloseable {
  private final Path root;
  private final Lakehouse lake;
  private final SortedMap<TableId, TableState> intact;

  DamagedTables(Path root) {
    this.root = root;
    this.lake = Lakehouse.open(config(root));
    this.intact = versions().latest().tables();
  }

  /**
   * A row that was changed.
   *
   * @param named what tells it from the others
   * @param before the value there was
   * @param after the value there is
   */
  record Row(String named, String before, String after) {}

  private static LakehouseConfig config(Path root) {
    HashMap<String, Entry> options =
        HashMap.of("data", new Entry(root.toString(), new Origin.Option("--data")));
    return ConfigReader.read(new ConfigSources(root, Option.none(), HashMap.empty(), options))
        .get();
  }

  private LakeVersions versions() {
    return lake.get(LakeVersions.class);
  }

  long latest() {
    return versions().latest().number();
  }

  /** Adds to the revenue of the first cell by city and hour. */
  Row raiseOneCellBy(String amount) {
    String table = "gold/revenue_by_city_hour";
    var cell =
        spark()
            .sql("SELECT city, hour, revenue FROM " + sql(table) + " ORDER BY city, hour LIMIT 1")
            .first();
    BigDecimal before = cell.getDecimal(2);
    BigDecimal after = before.add(new BigDecimal(amount));
    spark()
        .sql(
            "UPDATE %s SET revenue = %s WHERE city = '%s' AND hour = TIMESTAMP '%s'"
                .formatted(sql(table), after, cell.getString(0), cell.getTimestamp(1).toInstant()));
    publish(table);
    return new Row(cell.getString(0), plain(before), plain(after));
  }

  /** Changes the city of one Silver row and nothing else, its content hash included. */
  Row moveOneOrderTo(String city) {
    String table = "silver/orders";
    var row =
        spark()
            .sql("SELECT event_id, city FROM " + sql(table) + " ORDER BY event_id LIMIT 1")
            .first();
    spark()
        .sql(
            "UPDATE %s SET city = '%s' WHERE event_id = '%s'"
                .formatted(sql(table), city, row.getString(0)));
    publish(table);
    return new Row(row.getString(0), row.getString(1), city);
  }

  /** The runner's job, without the runner. */
  Either<RunFailure, RunOutcome> runAuditJob() {
    return new AuditJob(lake.get(AuditLake.class), lake.get(FindOverRefunds.class))
        .run(new RunContext(new RunId("audit-1"), 1, HashMap.empty()));
  }

  /** Publishes the tables as the jobs had left them. */
  void publishAsBefore() {
    publish(intact);
  }

  private void publish(String table) {
    TableId id = new TableId(table);
    long version =
        spark().sql("DESCRIBE HISTORY " + sql(table) + " LIMIT 1").first().getAs("version");
    long position = intact.get(id).get().position();
    publish(TreeMap.of(id, new TableState(version, position)));
  }

  private void publish(SortedMap<TableId, TableState> tables) {
    LakeVersion base = versions().latest();
    RunId run = new RunId("test-" + base.number());
    LakeVersion ignored =
        versions()
            .publish(base.next(run, base.epoch(), Instant.EPOCH, tables, RunReport.nothing()))
            .get();
  }

  private static String plain(BigDecimal amount) {
    return Amount.of(amount).plain();
  }

  private String sql(String table) {
    return "delta.`" + root.resolve(table).toUri() + "`";
  }

  private SparkSession spark() {
    // opens the session that the tables are written with
    lake.get(SilverTable.class);
    return SparkSession.active();
  }

  @Override
  public void close() throws Exception {
    lake.close();
  }
}
