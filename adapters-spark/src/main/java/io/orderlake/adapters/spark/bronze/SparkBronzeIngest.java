package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.delta.interop.Json;
import io.orderlake.adapters.spark.topic.TopicStream;
import io.orderlake.adapters.spark.topic.TopicTable;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.IngestStart;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.table.BronzePositionNames;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/**
 * A topic to Bronze with Structured Streaming. Every start reads on from the offsets that Bronze
 * itself has stored; Spark's checkpoint is scratch space of one start, so losing or damaging it
 * loses nothing.
 */
public final class SparkBronzeIngest implements BronzeIngest {
  /** Bounds a batch, and with it what a Silver run must hold at once. */
  private static final long MAX_OFFSETS_PER_BATCH = 1_000_000;

  /** Below this a file for each partition is a small file too many. */
  private static final long OFFSETS_PER_TASK = 50_000;

  private final SparkSession spark;
  private final String topic;
  private final SourceRecords records;
  private final SourceOffsets offsets;
  private final LakeTable bronze;
  private final BronzePositions positions;
  private final CheckpointScratch checkpoints;
  private final InstantSource clock;
  private final Lock storing;

  /**
   * Opens Bronze, creating it when it is not there.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   * @param checkpoints a local directory for what Spark keeps while it streams
   * @param records what the topic holds, to store it
   * @param offsets which offsets it has, to start at and to know the lag
   * @param storing held while a batch is stored, so that ingests of several topics in one process
   *     do not get in each other's way
   */
  public SparkBronzeIngest(
      SparkSession spark,
      String lakeRoot,
      Path checkpoints,
      String topic,
      SourceRecords records,
      SourceOffsets offsets,
      InstantSource clock,
      Lock storing) {
    this.spark = spark;
    this.storing = storing;
    this.topic = topic;
    this.records = records;
    this.offsets = offsets;
    this.bronze = LakeTable.open(spark, lakeRoot, BronzeLayout.LAYOUT);
    this.positions = new BronzePositions(bronze, topic);
    this.checkpoints = new CheckpointScratch(spark, checkpoints);
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
    positions
        .startAt(offsets.state())
        .accept(gap)
        .getOrElseThrow(s -> LakeFailure.because(FailureCause.SOURCE_LOST, s));
    String position = BronzePositionNames.next(gap.partition());
    bronze.commit(
        new TableCommit(
            List.of(),
            List.of(),
            Map.of(position, gap.from()),
            Map.of(
                position,
                gap.until(),
                BronzePositionNames.gap(gap.partition(), gap.from()),
                gap.until()),
            Json.write(Map.of("accepted_gap", gap.toString()))));
  }

  private QueryIngest run(Trigger trigger, Consumer<IngestProgress> listener) {
    SourceState found = offsets.state();
    SortedMap<TopicPartition, Long> from = startAt(found);
    StoreBatch batches = new StoreBatch(bronze, topic, () -> unchanged(found));
    AtomicLong stored = new AtomicLong();
    SourceWatch watch =
        new SourceWatch(
            topic,
            found.topicId(),
            offsets,
            now -> listener.accept(progress(stored.get(), 0, Option.some(now))));
    TopicStream stream = new TopicStream(topic, records, from, watch::look, MAX_OFFSETS_PER_BATCH);
    VoidFunction2<Dataset<Row>, Long> store =
        (batch, id) -> {
          LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
          List<ReadRange> read = stream.planned();
          long size = read.stream().mapToLong(ReadRange::size).sum();
          Dataset<Row> rows = size < OFFSETS_PER_TASK ? batch.coalesce(1) : batch;
          long added = stored(() -> batches.store(rows, read, date));
          listener.accept(progress(stored.addAndGet(added), added));
        };
    String checkpoint = checkpoints.create();
    String attempt = "ingesting topic '" + topic + "'";
    return Failures.during(
        "starting " + attempt,
        () -> {
          StreamingQuery query =
              new TopicTable(topic, stream)
                  .rows(spark)
                  .writeStream()
                  .queryName("bronze " + topic)
                  .option("checkpointLocation", checkpoint)
                  .trigger(trigger)
                  .foreachBatch(store)
                  .start();
          return new QueryIngest(
              query, attempt, () -> startAt(offsets.state()), () -> checkpoints.remove(checkpoint));
        });
  }

  private long stored(LongSupplier batch) {
    storing.lock();
    try {
      return batch.getAsLong();
    } finally {
      storing.unlock();
    }
  }

  /** Bronze's next offsets; throws when they cannot be had. */
  private SortedMap<TopicPartition, Long> startAt(SourceState found) {
    IngestStart start = positions.startAt(found);
    SourceWatch.refuse(start);
    return start.stored();
  }

  /** The topic's id; throws when it is another topic by now, which may have given the records. */
  private Option<String> unchanged(SourceState found) {
    SourceState now = offsets.state();
    SourceWatch.refuse(new IngestStart(topic, found.topicId(), TreeMap.empty(), now));
    return now.topicId();
  }

  private IngestProgress progress(long stored, long batch) {
    Option<SourceState> source;
    try {
      source = Option.some(offsets.state());
    } catch (LakeFailure e) {
      source = Option.none();
    }
    return progress(stored, batch, source);
  }

  private IngestProgress progress(long stored, long batch, Option<SourceState> source) {
    BronzeState state = positions.state();
    return IngestProgress.of(stored, batch, state, source);
  }
}
