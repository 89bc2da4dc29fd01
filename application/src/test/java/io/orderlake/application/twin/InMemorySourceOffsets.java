package io.orderlake.application.twin;

import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/** The ends of one topic's partitions, set by hand. */
public final class InMemorySourceOffsets implements SourceOffsets {
  private final String topic;
  private volatile SortedMap<TopicPartition, Long> beginnings = TreeMap.empty();
  private volatile SortedMap<TopicPartition, Long> ends = TreeMap.empty();
  private volatile SortedMap<TopicPartition, Long> open = TreeMap.empty();
  private int made;

  public InMemorySourceOffsets(String topic) {
    this.topic = topic;
  }

  /** Makes the topic. */
  public synchronized void create(int partitions) {
    made++;
    for (int partition = 0; partition < partitions; partition++) {
      ends = ends.put(new TopicPartition(topic, partition), 0L);
      beginnings = beginnings.put(new TopicPartition(topic, partition), 0L);
    }
  }

  /** Deletes the topic. */
  public synchronized void delete() {
    ends = TreeMap.empty();
    beginnings = TreeMap.empty();
  }

  /** Removes records below an offset. */
  public synchronized void expire(int partition, long upTo) {
    beginnings = beginnings.put(new TopicPartition(topic, partition), upTo);
  }

  /** Moves a partition's end. */
  public synchronized void store(int partition, int records) {
    ends = ends.put(new TopicPartition(topic, partition), (long) records, Math::addExact);
  }

  /** Stores a record within a transaction, whose end is run. */
  public synchronized Runnable openTransaction(int partition) {
    TopicPartition at = new TopicPartition(topic, partition);
    open = open.put(at, ends.getOrElse(at, 0L));
    store(partition, 1);
    return () -> {
      open = open.remove(at);
      store(partition, 1);
    };
  }

  @Override
  public SortedMap<TopicPartition, Long> ends() {
    if (ends.isEmpty()) {
      throw LakeFailure.lasting("there is no topic '" + topic + "' in memory");
    }
    return ends;
  }

  @Override
  public synchronized SourceState state() {
    return new SourceState(Option.some(topic + "#" + made), beginnings, ends(), open.merge(ends()));
  }
}
