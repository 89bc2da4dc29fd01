package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.IngestStart;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.table.BronzePositionNames;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.Stream;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bronze's own record of how far it has read the topic. */
final class BronzePositions {
  private final LakeTable bronze;
  private final String topic;

  BronzePositions(LakeTable bronze, String topic) {
    this.bronze = bronze;
    this.topic = topic;
  }

  BronzeState state() {
    bronze.look();
    Map<String, Long> positions = bronze.positions();
    return new BronzeState(
        new TableState(bronze.version(), sequence(positions)),
        nextOffsets(positions),
        acceptedGaps(positions),
        recordsEnd(positions),
        topicId(positions)
            .<SortedMap<String, String>>map(id -> TreeMap.of(topic, id))
            .getOrElse(TreeMap::empty));
  }

  /** Whether an ingest of that source may go on. */
  IngestStart startAt(SourceState source) {
    bronze.look();
    Map<String, Long> positions = bronze.positions();
    return new IngestStart(topic, topicId(positions), nextOffsets(positions), source);
  }

  /** The id of the topic that Bronze was filled from; none when it was not kept. */
  private Option<String> topicId(Map<String, Long> positions) {
    String prefix = BronzePositionNames.topicIds(topic);
    return Stream.ofAll(positions.keySet())
        .find(id -> id.startsWith(prefix))
        .map(id -> id.substring(prefix.length()));
  }

  private SortedSet<OffsetGap> acceptedGaps(Map<String, Long> positions) {
    SortedSet<OffsetGap> gaps = TreeSet.empty();
    for (TopicPartition partition : nextOffsets(positions).keySet()) {
      String prefix = BronzePositionNames.gaps(partition);
      for (Map.Entry<String, Long> position : positions.entrySet()) {
        if (position.getKey().startsWith(prefix)) {
          long from = Long.parseLong(position.getKey().substring(prefix.length()));
          gaps = gaps.add(new OffsetGap(partition, from, position.getValue()));
        }
      }
    }
    return gaps;
  }

  private SortedMap<TopicPartition, Long> recordsEnd(Map<String, Long> positions) {
    SortedMap<TopicPartition, Long> ends = TreeMap.empty();
    for (TopicPartition partition : nextOffsets(positions).keySet()) {
      @Nullable Long end = positions.get(BronzePositionNames.after(partition));
      if (end != null) {
        ends = ends.put(partition, end);
      }
    }
    return ends;
  }

  static long sequence(Map<String, Long> positions) {
    return positions.getOrDefault(BronzePositionNames.SEQUENCE, TableState.NOTHING_READ);
  }

  SortedMap<TopicPartition, Long> nextOffsets(Map<String, Long> positions) {
    SortedMap<TopicPartition, Long> next = TreeMap.empty();
    long partitions = positions.getOrDefault(BronzePositionNames.partitions(topic), 0L);
    for (int p = 0; p < partitions; p++) {
      TopicPartition partition = new TopicPartition(topic, p);
      long offset =
          positions.getOrDefault(BronzePositionNames.next(partition), TableCommit.NO_POSITION);
      if (offset != TableCommit.NO_POSITION) {
        next = next.put(partition, offset);
      }
    }
    return next;
  }
}
