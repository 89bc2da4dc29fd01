package io.orderlake.benchmarks.history;

import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Meter;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.peers.SparkJsonReader;
import io.orderlake.benchmarks.peers.SparkSqlGold;
import io.orderlake.benchmarks.peers.SparkSqlSilver;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.order.rule.OrderRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * What most people have, in a session that is warm: {@code from_json}, rules in SQL, {@code
 * dropDuplicates}, both aggregations, all of it from all of Bronze, over what was there.
 */
final class TextbookTurns implements Contestant.Turn {
  private final HistoryLake lake;
  private final int records;
  private final Path output;
  private String last = "";

  /**
   * Turns that are taken after new records were stored and refined.
   *
   * @param records how many each time
   */
  TextbookTurns(HistoryLake lake, int records, Path output) {
    this.lake = lake;
    this.records = records;
    this.output = output;
  }

  @Override
  public Trial take(int number) throws Exception {
    SparkSession spark = SparkSession.active().newSession();
    spark.conf().set("spark.sql.adaptive.enabled", "true");
    Cost silver = Meter.here(() -> silver(spark));
    Cost gold = Meter.here(() -> gold(spark));
    check(spark);
    last =
        "of the textbook's last turn Silver took %s s, Gold %s s"
            .formatted(seconds(silver.wall()), seconds(gold.wall()));
    return Trial.of(records, silver.then(gold));
  }

  private void silver(SparkSession spark) {
    Path bronze = lake.data().resolve("bronze").resolve("orders");
    SparkSqlSilver sql = new SparkSqlSilver(spark, SparkJsonReader.FROM_JSON).over(bronze, "delta");
    write(sql.valid().dropDuplicates("event_id"), "silver");
  }

  private void gold(SparkSession spark) {
    Dataset<Row> silver = read(spark, "silver");
    write(SparkSqlGold.byCityAndHour(spark, silver), "city_hour");
    write(SparkSqlGold.byProductAndDay(spark, silver), "product_day");
  }

  private void write(Dataset<Row> rows, String table) {
    rows.write().mode(SaveMode.Overwrite).parquet(output.resolve(table).toString());
  }

  private Dataset<Row> read(SparkSession spark, String table) {
    return spark.read().parquet(output.resolve(table).toString());
  }

  /**
   * Events, not revenue: of two events of one id that differ, {@code dropDuplicates} keeps any. A
   * text that only Spark's JSON reader accepts is left out.
   */
  private void check(SparkSession spark) {
    Dataset<Row> lenient =
        spark
            .read()
            .format("delta")
            .load(lake.data().resolve("silver").resolve("quarantine").toString())
            .where("exists(reasons, reason -> reason.code = '" + OrderRules.UNDECODABLE + "')")
            .selectExpr("partition AS source_partition", "offset AS source_offset");
    long found = read(spark, "silver").join(lenient, lenient.columns(), "left_anti").count();
    long expected = lake.wired().get(LakeVersions.class).latest().totals().refined();
    if (found != expected) {
      throw new BenchFailure(
          String.format(
              Locale.ROOT, "the textbook counts %,d events, Orderlake %,d", found, expected));
    }
  }

  private static String seconds(Duration duration) {
    return Summary.secondsText(Summary.seconds(duration));
  }

  String told() {
    return last;
  }
}
