package io.orderlake.application.twin;

import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A topic in memory: acknowledges at once, or fails while it is {@link #breakDown broken}. */
public final class InMemoryOrderEventLog implements OrderEventLog {
  /** A stored record. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Stored(SourcePosition position, @Nullable String key, byte[] value) {}

  private final String topic;
  private final List<List<Stored>> partitions = new ArrayList<>();
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

  /** All records, by partition and offset. */
  public synchronized List<Stored> stored() {
    return partitions.stream().flatMap(List::stream).toList();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
