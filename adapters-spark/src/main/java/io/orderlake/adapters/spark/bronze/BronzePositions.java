package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.Map;

/** Bronze's own record of how far it has read the topic. */
final class BronzePositions {
  private final LakeTable bronze;
  private final String topic;

  BronzePositions(LakeTable bronze, String topic) {
    this.bronze = bronze;
    this.topic = topic;
  }

  BronzeState state() {
    Map<String, Long> positions = bronze.positions();
    return new BronzeState(
        new TableState(bronze.version(), sequence(positions)), nextOffsets(positions));
  }

  static long sequence(Map<String, Long> positions) {
    return positions.getOrDefault(BronzeLayout.SEQUENCE_POSITION, TableState.NOTHING_READ);
  }

  SortedMap<TopicPartition, Long> nextOffsets(Map<String, Long> positions) {
    SortedMap<TopicPartition, Long> next = TreeMap.empty();
    long partitions = positions.getOrDefault(BronzeLayout.partitionsPosition(topic), 0L);
    for (int p = 0; p < partitions; p++) {
      TopicPartition partition = new TopicPartition(topic, p);
      long offset =
          positions.getOrDefault(BronzeLayout.offsetPosition(partition), TableCommit.NO_POSITION);
      if (offset != TableCommit.NO_POSITION) {
        next = next.put(partition, offset);
      }
    }
    return next;
  }
}
