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
 * @param timestamp the Kafka timestamp, to the millisecond
 * @param timestampType who set the timestamp
 * @param content key, value and headers as received
 */
public record BronzeRecord(
    BronzeOrder order, Instant timestamp, TimestampType timestampType, Content content)
    implements Serializable {

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
