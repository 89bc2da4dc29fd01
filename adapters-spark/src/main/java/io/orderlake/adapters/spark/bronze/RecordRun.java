package io.orderlake.adapters.spark.bronze;

import io.orderlake.domain.bronze.TopicPartition;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Records of one Kafka partition, one after the other, as a task meets them. */
final class RecordRun {
  static final long NOT_KNOWN = -1;

  private final TopicPartition partition;
  private final UTF8String topic;
  private final long from;
  private long after;
  private long end = NOT_KNOWN;
  private long emptyBefore;

  /**
   * None yet.
   *
   * @param from the first offset that Bronze does not hold
   * @param after the offset after the last record that Bronze holds; {@link #NOT_KNOWN} when it is
   *     not known what lies between the records
   */
  RecordRun(TopicPartition partition, long from, long after) {
    this.partition = partition;
    this.topic = UTF8String.fromString(partition.topic());
    this.from = from;
    this.after = after;
  }

  /** None, of no partition. */
  static RecordRun none() {
    return new RecordRun(new TopicPartition("", -1), 0, NOT_KNOWN);
  }

  boolean holds(InternalRow row) {
    return row.getInt(BronzeLayout.PARTITION) == partition.partition()
        && row.getUTF8String(BronzeLayout.TOPIC).equals(topic);
  }

  /** True when the record is to be stored. */
  boolean take(long offset) {
    if (offset < from) {
      return false;
    }
    if (after != NOT_KNOWN) {
      emptyBefore = offset - after;
      after = offset + 1;
    }
    end = Math.max(end, offset + 1);
    return true;
  }

  /** Of the record taken last, how many offsets before it hold none; or {@link #NOT_KNOWN}. */
  long emptyBefore() {
    return after == NOT_KNOWN ? NOT_KNOWN : emptyBefore;
  }

  void noteIn(Map<TopicPartition, Long> ends) {
    if (end != NOT_KNOWN) {
      ends.merge(partition, end, Math::max);
    }
  }
}
