package io.orderlake.benchmarks.stages;

import io.orderlake.benchmarks.corpus.CorpusTopic;
import io.orderlake.benchmarks.corpus.FrozenLakes;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Meter;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.BronzeIngest;
import io.vavr.collection.List;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/** Topic to Bronze, against Spark's own Parquet sink with the same columns. */
public record BronzeSection(CorpusTopic topic, FrozenLakes lakes) implements Section {
  private static final String PRODUCT = "Orderlake";
  private static final String SINK = "Spark's Parquet sink";

  @Override
  public String name() {
    return "bronze";
  }

  @Override
  public String title() {
    return "all of the topic into an empty Bronze, in a warm session";
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    SparkSession session = lakes.lakes().session();
    List<Measurement> measured =
        new Rounds(name(), 1, context.repetitions())
            .run(
                List.of(
                    new Contestant(PRODUCT, turn -> orderlake(context, session)),
                    new Contestant(SINK, turn -> sink(context, session))),
                context.screen());
    Standing product = Standing.of(measured, PRODUCT);
    Standing sink = Standing.of(measured, SINK);
    Truth.agree(
        SINK + ", sum of all records' hashes",
        new BigDecimal(product.facts().get("hash").get()),
        new BigDecimal(sink.facts().get("hash").get()));
    return SectionResult.of(measured)
        .showing(Goal.BRONZE_TO_PARQUET_SINK, product.timesAsFastAs(sink))
        .noting(
            "Both read with Structured Streaming until the topic's end; the sink in one batch,"
                + " Orderlake in batches of bounded size, each with its offsets in the commit.");
  }

  private Trial orderlake(BenchContext context, SparkSession session) {
    LakehouseConfig config = lakes.empty("bronze-orderlake");
    Lakehouse lake = lakes.lakes().open(config);
    BronzeIngest ingest = lake.get(BronzeIngest.class);
    Cost cost =
        Meter.here(
            () -> {
              var unusedAsTheFilesTell = ingest.catchUp(progress -> {});
            });
    Path bronze = config.data().resolve("bronze").resolve("orders");
    return checked(context, cost, bronze, session.read().format("delta").load(bronze.toString()));
  }

  private Trial sink(BenchContext context, SparkSession session) throws Exception {
    Path out = context.emptyDirectory("bronze-sink");
    Path bronze = out.resolve("orders");
    Cost cost = Meter.here(() -> query(session, out, bronze).awaitTermination());
    return checked(context, cost, bronze, session.read().parquet(bronze.toString()));
  }

  private StreamingQuery query(SparkSession session, Path out, Path bronze) throws Exception {
    return session
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", topic.published().bootstrapServers())
        .option("subscribe", CorpusTopic.TOPIC)
        .option("startingOffsets", "earliest")
        .option("includeHeaders", "true")
        .load()
        .selectExpr(
            "topic",
            "partition",
            "offset",
            "timestamp",
            "timestampType AS timestamp_type",
            "key",
            "value",
            "coalesce(headers, array()) AS headers",
            "1L AS ingest_sequence",
            "current_date() AS ingest_date")
        .writeStream()
        .format("parquet")
        .option("checkpointLocation", out.resolve("checkpoint").toString())
        .trigger(Trigger.AvailableNow())
        .start(bronze.toString());
  }

  /** Counts the records and adds up their hashes, so that every byte of them matters. */
  private static Trial checked(BenchContext context, Cost cost, Path bronze, Dataset<Row> stored) {
    Row figures =
        stored
            .selectExpr(
                "count(*)",
                "sum(CAST(xxhash64(topic, partition, offset, timestamp, key, value) AS"
                    + " DECIMAL(38, 0)))")
            .head();
    Truth.agree("records in " + bronze, context.rows(), figures.getLong(0));
    return Trial.of(context.rows(), cost)
        .writing(bronze)
        .withFact("hash", figures.getDecimal(1).toPlainString());
  }
}
