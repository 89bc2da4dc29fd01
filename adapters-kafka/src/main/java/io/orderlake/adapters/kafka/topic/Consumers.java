package io.orderlake.adapters.kafka.topic;

import io.orderlake.domain.bronze.ReadRange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The consumers of one process, one for each partition that is read at a time. A batch goes on with
 * the consumer of the batch before, connected, and with what that has fetched already; one that
 * nobody has used for a while is closed when the next one is asked for.
 */
final class Consumers {
  private static final Duration IDLE = Duration.ofMinutes(5);

  private static final Map<Key, ArrayDeque<Lease>> FREE = new HashMap<>();

  private Consumers() {}

  private record Key(Map<String, Object> client, TopicPartition partition) {}

  /** A consumer that stands at the range's first offset. */
  static Lease take(Map<String, Object> client, ReadRange range) {
    TopicPartition partition =
        new TopicPartition(range.partition().topic(), range.partition().partition());
    Lease lease = free(new Key(Map.copyOf(client), partition));
    try {
      lease.seek(range.from());
    } catch (KafkaException e) {
      lease.close();
      throw e;
    }
    return lease;
  }

  private static Lease free(Key key) {
    closeAll(lease -> System.nanoTime() - lease.freeSince > IDLE.toNanos());
    synchronized (FREE) {
      ArrayDeque<Lease> free = FREE.get(key);
      Lease lease = free == null ? null : free.poll();
      if (lease != null) {
        return lease;
      }
    }
    return new Lease(key);
  }

  /** Closes the consumers of those properties that nobody uses. */
  static void closeIdle(Map<String, Object> client) {
    Map<String, Object> properties = Map.copyOf(client);
    closeAll(lease -> lease.key.client().equals(properties));
  }

  private static void closeAll(Predicate<Lease> unwanted) {
    List<Lease> closed = new ArrayList<>();
    synchronized (FREE) {
      for (ArrayDeque<Lease> free : FREE.values()) {
        for (Iterator<Lease> leases = free.iterator(); leases.hasNext(); ) {
          Lease lease = leases.next();
          if (unwanted.test(lease)) {
            leases.remove();
            closed.add(lease);
          }
        }
      }
      FREE.values().removeIf(ArrayDeque::isEmpty);
    }
    closed.forEach(Lease::close);
  }

  /** A consumer in the hands of one task. */
  static final class Lease {
    private final Key key;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private Iterator<ConsumerRecord<byte[], byte[]>> fetched = Collections.emptyIterator();
    private @Nullable ConsumerRecord<byte[], byte[]> ahead;

    /** Where it stands while nobody has it; -1 when that is not known. */
    private long reached = -1;

    private long freeSince;

    private Lease(Key key) {
      this.key = key;
      this.consumer = new KafkaConsumer<>(key.client());
      consumer.assign(List.of(key.partition()));
    }

    private void seek(long offset) {
      if (offset != reached) {
        fetched = Collections.emptyIterator();
        ahead = null;
        consumer.seek(key.partition(), offset);
      }
      reached = -1;
    }

    /** The next record that was fetched and lies before that offset, or null. */
    @Nullable ConsumerRecord<byte[], byte[]> next(long until) {
      if (ahead == null && fetched.hasNext()) {
        ahead = fetched.next();
      }
      if (ahead == null || ahead.offset() >= until) {
        return null;
      }
      ConsumerRecord<byte[], byte[]> record = ahead;
      ahead = null;
      return record;
    }

    /**
     * Up to where everything was seen: the next record at hand, or what the consumer passed over.
     */
    long position() {
      return ahead == null ? consumer.position(key.partition()) : ahead.offset();
    }

    /** Fetches more, when nothing is at hand. */
    void poll(Duration timeout) {
      fetched = consumer.poll(timeout).iterator();
    }

    /** Leaves it, at that offset, to whoever reads on from there. */
    void giveBack(long offset) {
      reached = offset;
      freeSince = System.nanoTime();
      synchronized (FREE) {
        FREE.computeIfAbsent(key, k -> new ArrayDeque<>()).push(this);
      }
    }

    void close() {
      try {
        consumer.close(Duration.ZERO);
      } catch (KafkaException e) {
        // interrupted: whoever ends the task wants nothing of it any more
      }
    }
  }
}
