package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.domain.bronze.ShownTimestamp;
import io.orderlake.domain.bronze.TopicPartition;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.jspecify.annotations.Nullable;

/**
 * Writes one Spark partition's new records to one file, or to several when their keys and values
 * are so large that a reader had to hold too much at once.
 */
record WriteRecords(DataFileWriters table, String date, long sequence, StoredSoFar stored)
    implements FlatMapFunction<Iterator<InternalRow>, WriteRecords.Part> {
  /** A file that holds so much of keys and values is not added to. */
  private static final long FILE_BYTES = 128L << 20;

  private static final long MICROS_PER_MILLI = 1_000;

  /** That of a record without headers, as Kafka has it. */
  private static final GenericArrayData NO_HEADERS = new GenericArrayData(new Object[0]);

  /**
   * What one task wrote.
   *
   * @param files closed files
   * @param ends by partition, the offset after the last record seen
   */
  record Part(List<DataFile> files, HashMap<TopicPartition, Long> ends) implements Serializable {}

  @Override
  public Iterator<Part> call(Iterator<InternalRow> rows) throws Exception {
    DataFileWriters.Writer writer = table.open();
    HashMap<TopicPartition, Long> ends = new HashMap<>();
    RecordRun run = RecordRun.none();
    long bytes = 0;
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      if (!run.holds(row)) {
        run.noteIn(ends);
        run =
            stored.run(
                new TopicPartition(
                    row.getUTF8String(BronzeLayout.TOPIC).toString(),
                    row.getInt(BronzeLayout.PARTITION)));
      }
      if (run.take(row.getLong(BronzeLayout.OFFSET))) {
        byte @Nullable [] key = bytes(row, BronzeLayout.KEY);
        byte @Nullable [] value = bytes(row, BronzeLayout.VALUE);
        bytes += size(key) + size(value);
        writer.write(date, bronze(row, key, value, run.emptyBefore()));
        if (bytes > FILE_BYTES) {
          writer.cut();
          bytes = 0;
        }
      }
    }
    run.noteIn(ends);
    return List.of(new Part(writer.close(), ends)).iterator();
  }

  private InternalRow bronze(
      InternalRow row, byte @Nullable [] key, byte @Nullable [] value, long emptyBefore) {
    long millis = row.getLong(BronzeLayout.TIMESTAMP);
    return new GenericInternalRow(
        new @Nullable Object[] {
          row.getUTF8String(BronzeLayout.TOPIC),
          row.getInt(BronzeLayout.PARTITION),
          row.getLong(BronzeLayout.OFFSET),
          ShownTimestamp.of(millis) * MICROS_PER_MILLI,
          row.getInt(BronzeLayout.TIMESTAMP_TYPE),
          key,
          value,
          row.isNullAt(BronzeLayout.HEADERS) ? NO_HEADERS : row.getArray(BronzeLayout.HEADERS),
          sequence,
          ShownTimestamp.isExact(millis) ? null : millis,
          emptyBefore == RecordRun.NOT_KNOWN ? null : emptyBefore,
          row.isNullAt(BronzeLayout.SOURCE_HEADER_NAMES)
              ? null
              : row.getArray(BronzeLayout.SOURCE_HEADER_NAMES)
        });
  }

  private static byte @Nullable [] bytes(InternalRow row, int ordinal) {
    return row.isNullAt(ordinal) ? null : row.getBinary(ordinal);
  }

  private static int size(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
