package io.orderlake.application.twin;

import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/** The ends of one topic's partitions, set by hand. */
public final class InMemorySourceOffsets implements SourceOffsets {
  private final String topic;
  private volatile SortedMap<TopicPartition, Long> ends = TreeMap.empty();

  public InMemorySourceOffsets(String topic) {
    this.topic = topic;
  }

  /** Makes the topic. */
  public synchronized void create(int partitions) {
    for (int partition = 0; partition < partitions; partition++) {
      ends = ends.put(new TopicPartition(topic, partition), 0L);
    }
  }

  /** Moves a partition's end. */
  public synchronized void store(int partition, int records) {
    ends = ends.put(new TopicPartition(topic, partition), (long) records, Math::addExact);
  }

  @Override
  public SortedMap<TopicPartition, Long> ends() {
    if (ends.isEmpty()) {
      throw LakeFailure.lasting("there is no topic '" + topic + "' in memory");
    }
    return ends;
  }
}
