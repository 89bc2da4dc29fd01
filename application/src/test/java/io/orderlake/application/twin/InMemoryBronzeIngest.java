package io.orderlake.application.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.IngestStart;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** From the topic in memory to Bronze in memory. */
final class InMemoryBronzeIngest implements BronzeIngest {
  private final InMemoryOrderEventLog log;
  private final InMemoryLake lake;

  private final Map<TopicPartition, Long> readUntil;
  private int partitions;
  private long held;

  /**
   * @param readUntil where Bronze stands, offsets without records included; kept with the lake
   */
  InMemoryBronzeIngest(
      InMemoryOrderEventLog log, InMemoryLake lake, Map<TopicPartition, Long> readUntil) {
    this.log = log;
    this.lake = lake;
    this.readUntil = readUntil;
  }

  @Override
  public void acceptGap(OffsetGap gap) {
    if (lake.acceptedGaps.contains(gap)) {
      return;
    }
    lake.acceptedGaps.add(start().accept(gap).getOrElseThrow(s -> LakeFailure.lasting(s)));
    lake.bronze.append(List.of(), "", lake.bronze.position());
  }

  private IngestStart start() {
    return new IngestStart(InMemoryLake.TOPIC, lake.topicId, nextOffsets(), log.state());
  }

  @Override
  public RunningIngest start(Duration interval, Consumer<IngestProgress> listener) {
    AtomicLong stored = new AtomicLong();
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    var unused =
        thread.scheduleAtFixedRate(
            () -> step(stored, listener), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    return new RunningIngest() {
      @Override
      public Option<LakeFailure> await(Duration atMost) {
        return Option.none();
      }

      @Override
      public void close() {
        thread.shutdown();
        try {
          if (!thread.awaitTermination(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the ingest did not stop");
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  @Override
  public IngestProgress catchUp(Consumer<IngestProgress> listener) {
    AtomicLong stored = new AtomicLong();
    step(stored, listener);
    return progress(stored.get(), 0);
  }

  private void step(AtomicLong stored, Consumer<IngestProgress> listener) {
    start()
        .problem()
        .forEach(
            sentence -> {
              throw LakeFailure.lasting(sentence);
            });
    SortedMap<TopicPartition, Long> next = nextOffsets();
    SortedMap<TopicPartition, Long> readable = log.state().readable();
    long sequence = lake.bronze.position() + 1;
    List<BronzeRecord> batch =
        log.stored().stream()
            .filter(record -> record.position().offset() >= next(next, record))
            .map(record -> bronze(record, sequence))
            .toList();
    boolean moved = readable.exists(end -> end._2 > next.getOrElse(end._1, 0L));
    readable.forEach((partition, end) -> readUntil.merge(partition, end, Math::max));
    if (moved) {
      lake.bronze.append(batch, "", batch.isEmpty() ? sequence - 1 : sequence);
      lake.topicId = log.state().topicId();
    }
    boolean told = log.state().ends().size() != partitions || log.state().held() != held;
    partitions = log.state().ends().size();
    held = log.state().held();
    if (moved || told) {
      listener.accept(progress(stored.addAndGet(batch.size()), batch.size()));
    }
  }

  private static long next(
      SortedMap<TopicPartition, Long> offsets, InMemoryOrderEventLog.Stored record) {
    return offsets.getOrElse(
        new TopicPartition(record.position().topic(), record.position().partition()), 0L);
  }

  private static BronzeRecord bronze(InMemoryOrderEventLog.Stored record, long sequence) {
    String key = record.key();
    return new BronzeRecord(
        new BronzeOrder(sequence, record.position()),
        Instant.EPOCH,
        TimestampType.CREATE_TIME,
        new BronzeRecord.Content(
            key == null ? null : key.getBytes(UTF_8), record.value(), List.of()));
  }

  private SortedMap<TopicPartition, Long> nextOffsets() {
    SortedMap<TopicPartition, Long> next = TreeMap.empty();
    for (BronzeRecord record : lake.bronze.rows()) {
      next =
          next.put(
              new TopicPartition(record.source().topic(), record.source().partition()),
              record.source().offset() + 1,
              Math::max);
    }
    for (OffsetGap gap : lake.acceptedGaps) {
      next = next.put(gap.partition(), gap.until(), Math::max);
    }
    for (Map.Entry<TopicPartition, Long> read : readUntil.entrySet()) {
      next = next.put(read.getKey(), read.getValue(), Math::max);
    }
    return next;
  }

  private IngestProgress progress(long records, long batch) {
    SortedMap<TopicPartition, Long> next = nextOffsets();
    TableState state =
        new TableState(Math.max(0, lake.bronze.version()), Math.max(0, lake.bronze.position()));
    return IngestProgress.of(
        records,
        batch,
        new BronzeState(
            state,
            next,
            TreeSet.ofAll(lake.acceptedGaps),
            TreeMap.empty(),
            lake.topicId.map(id -> TreeMap.of(InMemoryLake.TOPIC, id)).getOrElse(TreeMap::empty)),
        Option.some(log.state()));
  }
}
