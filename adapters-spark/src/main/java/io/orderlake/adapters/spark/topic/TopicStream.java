package io.orderlake.adapters.spark.topic;

import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.ReadMaxRows;
import org.apache.spark.sql.connector.read.streaming.SupportsTriggerAvailableNow;
import org.jspecify.annotations.Nullable;

/**
 * A topic as one query reads it, from given offsets on, in batches of bounded size. Partitions that
 * the topic gets while it runs are read from their beginning. Nothing of it outlives the query.
 */
public final class TopicStream implements MicroBatchStream, SupportsTriggerAvailableNow {
  private final String topic;
  private final SourceRecords records;
  private final Source source;
  private final long maxOffsets;
  private SortedMap<TopicPartition, Long> begun;
  private @Nullable SourceState last;
  private volatile List<ReadRange> planned = List.of();

  /** Says what the topic holds. */
  @FunctionalInterface
  public interface Source {
    /**
     * Looks.
     *
     * @param reached where the query stands, by partition
     * @throws io.orderlake.domain.lake.LakeFailure when it cannot go on from there
     */
    SourceState look(SortedMap<TopicPartition, Long> reached);
  }

  /**
   * A stream that has read nothing yet.
   *
   * @param records read in the tasks
   * @param from where to begin, by partition; others begin at their first offset
   * @param source asked before each batch
   * @param maxOffsets of one batch, about
   */
  public TopicStream(
      String topic,
      SourceRecords records,
      SortedMap<TopicPartition, Long> from,
      Source source,
      long maxOffsets) {
    this.topic = topic;
    this.records = records;
    this.begun = from;
    this.source = source;
    this.maxOffsets = maxOffsets;
  }

  /**
   * What the batch at hand was read from: all of these offsets, whether they hold a record or not.
   */
  public List<ReadRange> planned() {
    return planned;
  }

  @Override
  public Offset initialOffset() {
    return offset(begun);
  }

  @Override
  public ReadLimit getDefaultReadLimit() {
    return ReadLimit.maxRows(maxOffsets);
  }

  @Override
  public Offset latestOffset() {
    throw new UnsupportedOperationException("batches are bounded");
  }

  @Override
  public Offset latestOffset(Offset start, ReadLimit limit) {
    SortedMap<TopicPartition, Long> reached = partitions((TopicOffset) start);
    SourceState state = last == null ? source.look(reached) : last;
    for (Tuple2<TopicPartition, Long> first : state.beginnings()) {
      if (!begun.containsKey(first._1)) {
        begun = begun.put(first);
      }
    }
    SortedMap<TopicPartition, Long> ends = TreeMap.empty();
    for (Tuple2<TopicPartition, Long> end : state.readable()) {
      long from = reached.get(end._1).getOrElse(() -> begun.get(end._1).get());
      ends = ends.put(end._1, Math.max(from, end._2));
    }
    return offset(
        limit instanceof ReadMaxRows rows ? bounded(reached, ends, rows.maxRows()) : ends);
  }

  /** Each partition's share of the limit, at least one offset. */
  private SortedMap<TopicPartition, Long> bounded(
      SortedMap<TopicPartition, Long> reached, SortedMap<TopicPartition, Long> ends, long limit) {
    long all = ends.map(end -> end._2 - from(reached, end._1)).sum().longValue();
    if (all <= limit) {
      return ends;
    }
    return ends.map(
        (partition, end) -> {
          long from = from(reached, partition);
          long share = (long) Math.ceil((double) limit * (end - from) / all);
          return new Tuple2<>(partition, Math.min(end, from + share));
        });
  }

  private long from(SortedMap<TopicPartition, Long> reached, TopicPartition partition) {
    return reached.get(partition).getOrElse(() -> begun.get(partition).get());
  }

  @Override
  public void prepareForTriggerAvailableNow() {
    last = source.look(begun);
  }

  @Override
  public InputPartition[] planInputPartitions(Offset start, Offset end) {
    SortedMap<TopicPartition, Long> reached = partitions((TopicOffset) start);
    List<ReadRange> ranges = new ArrayList<>();
    for (Tuple2<TopicPartition, Long> until : partitions((TopicOffset) end)) {
      ReadRange range = new ReadRange(until._1, from(reached, until._1), until._2);
      if (range.size() > 0) {
        ranges.add(range);
      }
    }
    planned = List.copyOf(ranges);
    return ranges.stream().map(RangeReaders.Part::new).toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new RangeReaders(records);
  }

  private SortedMap<TopicPartition, Long> partitions(TopicOffset offset) {
    SortedMap<TopicPartition, Long> partitions = TreeMap.empty();
    for (Map.Entry<Integer, Long> next : offset.next().entrySet()) {
      partitions = partitions.put(new TopicPartition(topic, next.getKey()), next.getValue());
    }
    return partitions;
  }

  private static TopicOffset offset(SortedMap<TopicPartition, Long> partitions) {
    return new TopicOffset(partitions.mapKeys(TopicPartition::partition).toJavaMap());
  }

  @Override
  public Offset deserializeOffset(String json) {
    return TopicOffset.parse(json);
  }

  @Override
  public void commit(Offset end) {
    // Bronze keeps the offsets
  }

  @Override
  public void stop() {
    records.release();
  }
}
