package io.orderlake.application.twin;

import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A topic in memory: acknowledges at once, or fails while it is {@link #breakDown broken}. */
public final class InMemoryOrderEventLog implements OrderEventLog {
  /** A stored record. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Stored(SourcePosition position, @Nullable String key, byte[] value) {}

  private final String topic;
  private final List<List<Stored>> partitions = new ArrayList<>();
  private final Map<Integer, Long> beginnings = new HashMap<>();
  private int made = 1;
  private boolean broken;

  public InMemoryOrderEventLog(String topic, int partitionCount) {
    this.topic = topic;
    for (int i = 0; i < partitionCount; i++) {
      partitions.add(new ArrayList<>());
    }
  }

  @Override
  public synchronized void publish(
      @Nullable String key, byte[] value, Consumer<Delivery> acknowledged) {
    if (broken) {
      acknowledged.accept(new Delivery.Failed("topic " + topic + ": broken"));
      return;
    }
    int number = key == null ? 0 : Math.floorMod(key.hashCode(), partitions.size());
    List<Stored> partition = partitions.get(number);
    SourcePosition position = new SourcePosition(topic, number, partition.size());
    partition.add(new Stored(position, key, value.clone()));
    acknowledged.accept(new Delivery.Acknowledged(position));
  }

  /** From now on nothing is stored. */
  public synchronized void breakDown() {
    broken = true;
  }

  /** All records that are still there, by partition and offset. */
  public synchronized List<Stored> stored() {
    return partitions.stream()
        .flatMap(List::stream)
        .filter(
            record ->
                record.position().offset()
                    >= beginnings.getOrDefault(record.position().partition(), 0L))
        .toList();
  }

  /** Removes a partition's records below an offset. */
  public synchronized void expire(int partition, long upTo) {
    beginnings.put(partition, upTo);
  }

  /** Deletes the topic and makes it anew. */
  public synchronized void makeAnew() {
    made++;
    partitions.forEach(List::clear);
    beginnings.clear();
  }

  /** What the topic holds. */
  public synchronized SourceState state() {
    SortedMap<TopicPartition, Long> first = TreeMap.empty();
    SortedMap<TopicPartition, Long> ends = TreeMap.empty();
    for (int number = 0; number < partitions.size(); number++) {
      TopicPartition partition = new TopicPartition(topic, number);
      first = first.put(partition, beginnings.getOrDefault(number, 0L));
      ends = ends.put(partition, (long) partitions.get(number).size());
    }
    return new SourceState(Option.some(topic + "#" + made), first, ends);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
