package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.Failures;
import io.orderlake.adapters.spark.delta.Json;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.IngestStart;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Kafka to Bronze with Structured Streaming. Every start reads on from the offsets that Bronze
 * itself has stored; Spark's checkpoint is scratch space of one start, so losing or damaging it
 * loses nothing.
 */
public final class SparkBronzeIngest implements BronzeIngest {
  /** Bounds a batch, and with it what a Silver run must hold at once. */
  private static final long MAX_RECORDS_PER_BATCH = 1_000_000;

  /** Below this a file for each Kafka partition is a small file too many. */
  private static final long RECORDS_PER_TASK = 50_000;

  private static final long FETCH_WAIT_MILLIS = 20;

  /**
   * A task asks for its one partition's next records when it has used up the last ones, and waits.
   */
  private static final long FETCH_BYTES = 8 << 20;

  private static final long POLLED_RECORDS = 5_000;

  private final SparkSession spark;
  private final KafkaSource source;
  private final SourceOffsets offsets;
  private final LakeTable bronze;
  private final BronzePositions positions;
  private final CheckpointScratch checkpoints;
  private final InstantSource clock;

  /**
   * Opens Bronze, creating it when it is not there.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   * @param offsets what the topic holds, to start at and to know the lag
   */
  public SparkBronzeIngest(
      SparkSession spark,
      String lakeRoot,
      KafkaSource source,
      SourceOffsets offsets,
      InstantSource clock) {
    this.spark = spark;
    this.source = source;
    this.offsets = offsets;
    this.bronze = LakeTable.open(spark, lakeRoot, BronzeLayout.LAYOUT);
    this.positions = new BronzePositions(bronze, source.topic());
    this.checkpoints = new CheckpointScratch(spark, lakeRoot + "/checkpoints/bronze");
    this.clock = clock;
  }

  @Override
  public RunningIngest start(Duration interval, Consumer<IngestProgress> listener) {
    return run(Trigger.ProcessingTime(interval.toMillis()), listener);
  }

  @Override
  public IngestProgress catchUp(Consumer<IngestProgress> listener) {
    AtomicLong stored = new AtomicLong();
    try (QueryIngest query =
        run(
            Trigger.AvailableNow(),
            progress -> {
              stored.set(progress.records());
              listener.accept(progress);
            })) {
      query.awaitEnd();
    }
    return progress(stored.get(), 0);
  }

  @Override
  public void acceptGap(OffsetGap gap) {
    if (positions.state().acceptedGaps().contains(gap)) {
      return;
    }
    positions.startAt(offsets.state()).accept(gap).getOrElseThrow(s -> LakeFailure.lasting(s));
    String position = BronzeLayout.offsetPosition(gap.partition());
    bronze.commit(
        new TableCommit(
            List.of(),
            List.of(),
            Map.of(position, gap.from()),
            Map.of(
                position,
                gap.until(),
                BronzeLayout.gapPosition(gap.partition(), gap.from()),
                gap.until()),
            Json.write(Map.of("accepted_gap", gap.toString()))));
  }

  private QueryIngest run(Trigger trigger, Consumer<IngestProgress> listener) {
    SourceState found = offsets.state();
    SortedMap<TopicPartition, Long> from = startAt(found);
    StoreBatch batches = new StoreBatch(bronze, source.topic(), () -> unchanged(found));
    AtomicLong stored = new AtomicLong();
    VoidFunction2<Dataset<Row>, Long> store =
        (batch, id) -> {
          LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
          long records = batches.store(isSmall() ? batch.coalesce(1) : batch, date);
          listener.accept(progress(stored.addAndGet(records), records));
        };
    String checkpoint = checkpoints.create();
    return Failures.during(
        "starting the ingest of " + source,
        () -> {
          StreamingQuery query =
              reader(StartingOffsets.json(source.topic(), from, found.ends()))
                  .load()
                  .writeStream()
                  .queryName("bronze")
                  .option("checkpointLocation", checkpoint)
                  .trigger(trigger)
                  .foreachBatch(store)
                  .start();
          return new QueryIngest(
              query,
              "ingesting " + source,
              () -> startAt(offsets.state()),
              () -> checkpoints.remove(checkpoint));
        });
  }

  /** Bronze's next offsets; throws when they cannot be had. */
  private SortedMap<TopicPartition, Long> startAt(SourceState found) {
    IngestStart start = positions.startAt(found);
    start
        .problem()
        .forEach(
            sentence -> {
              throw LakeFailure.lasting(sentence);
            });
    return start.stored();
  }

  /** The topic's id; throws when it is another topic by now, which may have given the records. */
  private Option<String> unchanged(SourceState found) {
    SourceState now = offsets.state();
    if (!now.topicId().equals(found.topicId())) {
      new IngestStart(source.topic(), found.topicId(), TreeMap.empty(), now)
          .problem()
          .forEach(
              sentence -> {
                throw LakeFailure.lasting(sentence);
              });
    }
    return now.topicId();
  }

  private DataStreamReader reader(String startingOffsets) {
    DataStreamReader reader =
        spark
            .readStream()
            .format("kafka")
            .option("kafka.bootstrap.servers", source.bootstrapServers())
            .option("subscribe", source.topic())
            .option("startingOffsets", startingOffsets)
            .option("includeHeaders", "true")
            .option("failOnDataLoss", "true")
            .option("maxOffsetsPerTrigger", MAX_RECORDS_PER_BATCH)
            // a task reads to an offset that exists; a broker that waits for more holds it up
            .option("kafka.fetch.max.wait.ms", FETCH_WAIT_MILLIS)
            .option("kafka.max.partition.fetch.bytes", FETCH_BYTES)
            .option("kafka.max.poll.records", POLLED_RECORDS);
    source.properties().forEach((name, value) -> reader.option("kafka." + name, value));
    return reader;
  }

  private IngestProgress progress(long records, long batch) {
    BronzeState state = positions.state();
    return new IngestProgress(records, batch, lag(state), state);
  }

  /** True when all that waits in Kafka is best written by one task, into one file. */
  private boolean isSmall() {
    long lag = lag(positions.state());
    return lag != IngestProgress.UNKNOWN_LAG && lag < RECORDS_PER_TASK;
  }

  private long lag(BronzeState state) {
    try {
      return offsets
          .ends()
          .map(end -> Math.max(0, end._2 - state.nextOffsets().getOrElse(end._1, 0L)))
          .sum()
          .longValue();
    } catch (LakeFailure e) {
      return IngestProgress.UNKNOWN_LAG;
    }
  }
}
