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
import io.orderlake.benchmarks.peers.SparkJsonReader;
import io.orderlake.benchmarks.peers.SparkSqlSilver;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Runners;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.JobName;
import io.vavr.collection.List;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Bronze to Silver and quarantine: parse, judge, standardise, price, write. */
public record SilverSection(FrozenLakes lakes, PythonEnvironment python) implements Section {
  private static final String PRODUCT = "Orderlake";
  private static final String DUCKDB = "DuckDB";
  private static final String POLARS = "Polars";

  /** What the goal for Silver's bytes speaks of. */
  private static final long GOAL_ROWS = 5_000_000;

  @Override
  public String name() {
    return "silver";
  }

  @Override
  public String title() {
    return "the same Bronze files to valid and quarantined rows, in a warm session";
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    Truth truth = Truth.of(lakes);
    SparkSession session = lakes.lakes().session();
    List<Contestant> contestants =
        List.of(
            new Contestant(PRODUCT, turn -> orderlake(context)),
            spark(context, truth, session, SparkJsonReader.FROM_JSON),
            spark(context, truth, session, SparkJsonReader.READ_JSON));
    if (context.peers()) {
      contestants =
          contestants
              .append(python(context, truth, session, DUCKDB, "duckdb_transform.py"))
              .append(python(context, truth, session, POLARS, "polars_transform.py"));
    }
    List<Measurement> measured =
        new Rounds(name(), 1, context.repetitions()).run(contestants, context.screen());
    return result(measured, truth, context.peers());
  }

  private static SectionResult result(List<Measurement> measured, Truth truth, boolean withPeers) {
    Standing product = Standing.of(measured, PRODUCT);
    Standing spark =
        List.of(SparkJsonReader.values())
            .map(reader -> Standing.of(measured, sparkName(reader)))
            .maxBy(Standing::rate)
            .get();
    SectionResult result =
        SectionResult.of(measured)
            .showing(Goal.SILVER_TO_SPARK_SQL, product.timesAsFastAs(spark))
            .noting("Revenue of all contestants: " + Numbers.money(truth.revenue()) + ".")
            .noting(
                "Orderlake also de-duplicates, conserves counts and stores positions; the others"
                    + " leave duplicates in, and their readers accept some texts that a strict"
                    + " parser refuses (`lenient`).")
            .noting(
                "from_json writes one Delta table partitioned by the verdict, in one pass; of"
                    + " 300,000 rows that took 2.6 s, two tables from two passes 3.8 s, from"
                    + " persisted rows 4.3 s. read.json loses the record, so it writes two tables"
                    + " and joins. DuckDB and Polars write two Parquet files from rows kept in"
                    + " memory.");
    if (product.rows() == GOAL_ROWS) {
      result = result.showing(Goal.SILVER_BYTES, product.bytesWritten().get() / 1e6);
    }
    if (!withPeers) {
      return result;
    }
    Standing duckdb = Standing.of(measured, DUCKDB);
    Standing polars = Standing.of(measured, POLARS);
    return result
        .showing(Goal.SILVER_TO_DUCKDB, product.timesAsFastAs(duckdb))
        .withVersion(DUCKDB, duckdb.facts().get("version").get())
        .withVersion(POLARS, polars.facts().get("version").get());
  }

  private Trial orderlake(BenchContext context) {
    LakehouseConfig config = lakes.copy(lakes.bronze(), "silver-orderlake");
    Lakehouse lake = lakes.lakes().open(config);
    lake.get(Runners.class);
    RunReport[] report = {RunReport.nothing()};
    Trial trial =
        Trial.of(
            context.rows(), Meter.here(() -> report[0] = Lakes.run(lake, JobName.SILVER).report()));
    if (!report[0].equals(lakes.silver().report())) {
      throw new BenchFailure(
          "Orderlake counts " + report[0] + " and counted " + lakes.silver().report());
    }
    return trial.writing(config.data().resolve("silver"));
  }

  private Contestant spark(
      BenchContext context, Truth truth, SparkSession session, SparkJsonReader reader) {
    return new Contestant(
        sparkName(reader),
        turn -> {
          Path out = context.emptyDirectory("silver-spark").resolve(reader.name() + turn);
          Path bronze = lakes.bronze().resolve("bronze").resolve("orders");
          SparkSqlSilver silver = new SparkSqlSilver(session, reader);
          Cost cost = Meter.here(() -> silver.over(bronze, "delta").write(out));
          Trial trial = Trial.of(context.rows(), cost).writing(out);
          return turn < context.repetitions()
              ? trial
              : checked(
                  truth, sparkName(reader), trial, silver.validIn(out), silver.quarantineIn(out));
        });
  }

  private Contestant python(
      BenchContext context, Truth truth, SparkSession session, String who, String script) {
    return new Contestant(
        who,
        turn -> {
          Path out = context.emptyDirectory("silver-python");
          Trial trial =
              python
                  .run(
                      script,
                      List.of(
                          "silver",
                          "--files",
                          lakes.bronze().resolve("bronze").resolve("orders") + "/**/*.parquet",
                          "--out",
                          out.toString()))
                  .writing(out);
          return turn < context.repetitions()
              ? trial
              : checked(
                  truth,
                  who,
                  trial,
                  session.read().parquet(out.resolve("valid.parquet").toString()),
                  session.read().parquet(out.resolve("quarantine.parquet").toString()));
        });
  }

  private static Trial checked(
      Truth truth, String who, Trial trial, Dataset<Row> valid, Dataset<Row> quarantine) {
    long lenient = truth.check(who, valid, quarantine.count());
    return trial.withFact("lenient", Numbers.count(lenient, "record"));
  }

  private static String sparkName(SparkJsonReader reader) {
    return "Spark SQL, " + reader.title();
  }
}
