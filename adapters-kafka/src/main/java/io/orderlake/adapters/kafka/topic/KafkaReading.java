package io.orderlake.adapters.kafka.topic;

import io.orderlake.adapters.kafka.KafkaCauses;
import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.SourceRecord;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one range to its end: every record that Kafka shows there. What it does not show (the ends
 * of transactions, records of aborted ones, what compaction has removed) the consumer passes over
 * by itself; offsets that the topic no longer has are a failure and never passed over.
 */
final class KafkaReading implements SourceRecords.Reading {
  private static final Duration POLL = Duration.ofSeconds(1);

  /** So long Kafka may be silent about offsets that it has said to hold. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ReadRange range;
  private final Consumers.Lease lease;
  private boolean done;

  KafkaReading(Map<String, Object> client, ReadRange range) {
    this.range = range;
    try {
      this.lease = Consumers.take(client, range);
    } catch (KafkaException e) {
      throw failure(range.from(), e);
    }
  }

  @Override
  public @Nullable SourceRecord next() {
    ConsumerRecord<byte[], byte[]> record = lease.next(range.until());
    if (record == null) {
      record = nextFetched();
    }
    return record == null ? null : HeaderNames.record(record);
  }

  private @Nullable ConsumerRecord<byte[], byte[]> nextFetched() {
    long silentSince = System.nanoTime();
    long position = lease.position();
    while (position < range.until()) {
      fetchFrom(position);
      ConsumerRecord<byte[], byte[]> record = lease.next(range.until());
      if (record != null) {
        return record;
      }
      long reached = lease.position();
      if (reached > position) {
        position = reached;
        silentSince = System.nanoTime();
      } else if (System.nanoTime() - silentSince > PATIENCE.toNanos()) {
        throw LakeFailure.because(
            FailureCause.TIMED_OUT,
            "Kafka has given nothing of %s from offset %s on for %s s, though it holds more"
                .formatted(range.partition(), position, PATIENCE.toSeconds()),
            new IllegalStateException("silence"));
      }
    }
    done = true;
    return null;
  }

  private void fetchFrom(long position) {
    try {
      lease.poll(POLL);
    } catch (KafkaException e) {
      throw failure(position, e);
    }
  }

  /** A consumer that was not read to the end is closed: it may stand anywhere. */
  @Override
  public void close() {
    if (done) {
      lease.giveBack(range.until());
    } else {
      lease.close();
    }
  }

  private LakeFailure failure(long offset, KafkaException e) {
    return failure(range.partition(), offset, e);
  }

  static LakeFailure failure(TopicPartition partition, long offset, KafkaException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return LakeFailure.because(
        KafkaCauses.of(e),
        "reading %s from offset %s on: %s%s"
            .formatted(
                partition,
                offset,
                e.getMessage(),
                root.equals(e) ? "" : " (" + root.getMessage() + ")"),
        e);
  }
}
