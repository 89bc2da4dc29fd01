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

  /**
   * What is at an offset.
   *
   * @param record none for the end of a transaction
   * @param transaction that it is part of; none for most
   */
  private record Entry(@Nullable Stored record, @Nullable Transaction transaction) {
    boolean isOpen() {
      return transaction != null && transaction.state == State.OPEN;
    }

    boolean isVisible() {
      return record != null && (transaction == null || transaction.state == State.COMMITTED);
    }
  }

  private enum State {
    OPEN,
    COMMITTED,
    ABORTED
  }

  private final String topic;
  private final List<List<Entry>> partitions = new ArrayList<>();
  private final Map<Integer, Long> beginnings = new HashMap<>();
  private int made = 1;
  private boolean broken;

  public InMemoryOrderEventLog(String topic, int partitionCount) {
    this.topic = topic;
    addPartitions(partitionCount);
  }

  @Override
  public synchronized void publish(
      @Nullable String key, byte[] value, Consumer<Delivery> acknowledged) {
    if (broken) {
      acknowledged.accept(new Delivery.Failed("topic " + topic + ": broken"));
      return;
    }
    int number = key == null ? 0 : Math.floorMod(key.hashCode(), partitions.size());
    acknowledged.accept(new Delivery.Acknowledged(append(number, key, value, null)));
  }

  private SourcePosition append(
      int number, @Nullable String key, byte[] value, @Nullable Transaction transaction) {
    List<Entry> partition = partitions.get(number);
    SourcePosition position = new SourcePosition(topic, number, partition.size());
    partition.add(new Entry(new Stored(position, key, value.clone()), transaction));
    return position;
  }

  /** A transaction on partition 0. */
  public final class Transaction {
    private State state = State.OPEN;

    private Transaction() {}

    /** Publishes a record without a key. */
    public SourcePosition publish(byte[] value) {
      synchronized (InMemoryOrderEventLog.this) {
        return append(0, null, value, this);
      }
    }

    /** Ends it, which takes an offset. */
    public void end(boolean committed) {
      synchronized (InMemoryOrderEventLog.this) {
        state = committed ? State.COMMITTED : State.ABORTED;
        partitions.get(0).add(new Entry(null, null));
      }
    }
  }

  /** Begins a transaction. */
  public Transaction begin() {
    return new Transaction();
  }

  /** From now on nothing is stored. */
  public synchronized void breakDown() {
    broken = true;
  }

  /** All records that are still there and can be read, by partition and offset. */
  public synchronized List<Stored> stored() {
    List<Stored> stored = new ArrayList<>();
    for (int number = 0; number < partitions.size(); number++) {
      long from = beginnings.getOrDefault(number, 0L);
      for (Entry entry : partitions.get(number).subList((int) from, readable(number))) {
        if (entry.record() != null && entry.isVisible()) {
          stored.add(entry.record());
        }
      }
    }
    return stored;
  }

  private int readable(int number) {
    List<Entry> partition = partitions.get(number);
    for (int offset = 0; offset < partition.size(); offset++) {
      if (partition.get(offset).isOpen()) {
        return offset;
      }
    }
    return partition.size();
  }

  /** Gives the topic more partitions. */
  public synchronized void addPartitions(int count) {
    for (int i = 0; i < count; i++) {
      partitions.add(new ArrayList<>());
    }
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
    SortedMap<TopicPartition, Long> readable = TreeMap.empty();
    for (int number = 0; number < partitions.size(); number++) {
      TopicPartition partition = new TopicPartition(topic, number);
      first = first.put(partition, beginnings.getOrDefault(number, 0L));
      ends = ends.put(partition, (long) partitions.get(number).size());
      readable = readable.put(partition, (long) readable(number));
    }
    return new SourceState(Option.some(topic + "#" + made), first, ends, readable);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
