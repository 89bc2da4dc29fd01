package io.orderlake.domain.bronze;

import io.orderlake.domain.bronze.BronzeRecord.Content;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored event: a Kafka record byte for byte, and its place in Bronze's order.
 *
 * @param order its place, which holds its address in Kafka
 * @param timestamp the Kafka timestamp, to the millisecond; any that Kafka takes, years before 1
 *     and beyond 9999 among them
 * @param timestampType who set the timestamp
 * @param content key, value and headers as received
 * @param emptyBefore how many offsets right before it hold no record: Kafka keeps there the end of
 *     a transaction, a record of one that was aborted, or one that compaction has removed. {@link
 *     #NOT_NOTED} for a record that was stored before this was noted
 */
public record BronzeRecord(
    BronzeOrder order,
    Instant timestamp,
    TimestampType timestampType,
    Content content,
    long emptyBefore)
    implements Serializable {
  public static final long NOT_NOTED = -1;

  /** Kafka's word for no timestamp, in milliseconds. */
  private static final long NO_TIMESTAMP = -1;

  /** Without a note on what lies before it. */
  public BronzeRecord(
      BronzeOrder order, Instant timestamp, TimestampType timestampType, Content content) {
    this(order, timestamp, timestampType, content, NOT_NOTED);
  }

  /** False when neither the producer nor the broker said when it was. */
  public boolean isStamped() {
    return timestampType != TimestampType.NO_TIMESTAMP
        && !timestamp.equals(Instant.ofEpochMilli(NO_TIMESTAMP));
  }

  public SourcePosition source() {
    return order.source();
  }

  /**
   * What the producer sent.
   *
   * @param key the record's key; null as Kafka allows
   * @param value the event's bytes; null for a tombstone
   * @param headers in the order received
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are copied nowhere on the hot path
  public record Content(byte @Nullable [] key, byte @Nullable [] value, List<RecordHeader> headers)
      implements Serializable {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Content c
          && Arrays.equals(key, c.key)
          && Arrays.equals(value, c.value)
          && headers.equals(c.headers);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * Arrays.hashCode(key) + Arrays.hashCode(value)) + headers.hashCode();
    }
  }
}
