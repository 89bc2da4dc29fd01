package io.orderlake.benchmarks.stages;

import io.orderlake.answers.text.Numbers;
import io.orderlake.benchmarks.corpus.FrozenLakes;
import io.orderlake.benchmarks.corpus.Lakes;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Meter;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.peers.PythonEnvironment;
import io.orderlake.benchmarks.peers.SparkSqlGold;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Runners;
import io.orderlake.domain.run.JobName;
import io.vavr.collection.List;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** All of Silver into two empty Gold tables. */
public record GoldSection(FrozenLakes lakes, PythonEnvironment python) implements Section {
  private static final String PRODUCT = "Orderlake";
  private static final String SPARK = "Spark SQL";
  private static final String DUCKDB = "DuckDB";
  private static final List<String> TABLES =
      List.of("revenue_by_city_hour", "revenue_by_product_day");

  @Override
  public String name() {
    return "gold";
  }

  @Override
  public String title() {
    return "all of the same Silver into both Gold tables, in a warm session";
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    Truth truth = Truth.of(lakes);
    SparkSession session = lakes.lakes().session();
    long rows = lakes.silver().report().conservation().refined();
    List<Contestant> contestants =
        List.of(
            new Contestant(PRODUCT, turn -> orderlake(rows, truth, session)),
            new Contestant(SPARK, turn -> spark(context, rows, turn, truth, session)));
    if (context.peers()) {
      contestants =
          contestants.append(new Contestant(DUCKDB, turn -> duckdb(context, rows, truth, session)));
    }
    List<Measurement> measured =
        new Rounds(name(), 1, context.repetitions()).run(contestants, context.screen());
    Standing product = Standing.of(measured, PRODUCT);
    SectionResult result =
        SectionResult.of(measured)
            .showing(Goal.GOLD_TO_SPARK_SQL, product.timesAsFastAs(Standing.of(measured, SPARK)))
            .noting("Revenue of all contestants: " + Numbers.money(truth.revenue()) + ".")
            .noting(
                "Orderlake's tables can be added to by the next run; the others' are made anew.");
    if (!context.peers()) {
      return result;
    }
    Standing duckdb = Standing.of(measured, DUCKDB);
    return result
        .showing(Goal.GOLD_TO_DUCKDB, product.timesAsFastAs(duckdb))
        .withVersion(DUCKDB, duckdb.facts().get("version").get());
  }

  private Trial orderlake(long rows, Truth truth, SparkSession session) {
    LakehouseConfig config = lakes.copy(lakes.silver().directory(), "gold-orderlake");
    Lakehouse lake = lakes.lakes().open(config);
    lake.get(Runners.class);
    Cost cost =
        Meter.here(
            () -> {
              var unusedAsTheTablesTell = Lakes.run(lake, JobName.GOLD);
            });
    Path gold = config.data().resolve("gold");
    for (String table : TABLES) {
      check(PRODUCT, truth, session.read().format("delta").load(gold.resolve(table).toString()));
    }
    return Trial.of(rows, cost).writing(gold);
  }

  private Trial spark(BenchContext context, long rows, int turn, Truth truth, SparkSession session)
      throws Exception {
    Path out = context.emptyDirectory("gold-spark").resolve("turn-" + turn);
    Path silver = lakes.silver().directory().resolve("silver").resolve("orders");
    Cost cost =
        Meter.here(
            () -> {
              Dataset<Row> orders = session.read().format("delta").load(silver.toString());
              List.of(
                      SparkSqlGold.byCityAndHour(session, orders),
                      SparkSqlGold.byProductAndDay(session, orders))
                  .zip(TABLES)
                  .forEach(
                      table ->
                          table._1.write().format("delta").save(out.resolve(table._2).toString()));
            });
    for (String table : TABLES) {
      check(SPARK, truth, session.read().format("delta").load(out.resolve(table).toString()));
    }
    return Trial.of(rows, cost).writing(out);
  }

  private Trial duckdb(BenchContext context, long rows, Truth truth, SparkSession session) {
    Path out = context.emptyDirectory("gold-duckdb");
    Path silver = lakes.silver().directory().resolve("silver").resolve("orders");
    Trial trial =
        python.run(
            "duckdb_transform.py",
            List.of("gold", "--files", silver + "/**/*.parquet", "--out", out.toString()));
    for (String table : TABLES) {
      check(DUCKDB, truth, session.read().parquet(out.resolve(table + ".parquet").toString()));
    }
    return new Trial(rows, trial.cost(), trial.bytesWritten(), trial.facts()).writing(out);
  }

  private static void check(String who, Truth truth, Dataset<Row> table) {
    Truth.agree(
        who + ", revenue in Gold",
        truth.revenue(),
        Truth.revenue(table.withColumnRenamed("revenue", "total_amount")));
  }
}
