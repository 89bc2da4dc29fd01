package io.orderlake.adapters.spark.topic;

import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.SourceRecord;
import io.orderlake.domain.bronze.SourceRecords;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Makes, in the tasks, what reads the ranges. */
record RangeReaders(SourceRecords records) implements PartitionReaderFactory {
  /** One task's range. */
  record Part(ReadRange range) implements InputPartition {}

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    return new Reader(((Part) partition).range(), records);
  }

  /** Reads one range to its end. */
  private static final class Reader implements PartitionReader<InternalRow> {
    private final UTF8String topic;
    private final int partition;
    private final SourceRecords.Reading reading;
    private @Nullable SourceRecord current;

    Reader(ReadRange range, SourceRecords records) {
      this.topic = UTF8String.fromString(range.partition().topic());
      this.partition = range.partition().partition();
      this.reading = records.open(range);
    }

    @Override
    public boolean next() {
      current = reading.next();
      return current != null;
    }

    @Override
    public InternalRow get() {
      return TopicRows.row(Objects.requireNonNull(current), topic, partition);
    }

    @Override
    public void close() {
      reading.close();
    }
  }
}
