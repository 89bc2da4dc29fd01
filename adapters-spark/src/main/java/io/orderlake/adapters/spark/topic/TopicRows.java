package io.orderlake.adapters.spark.topic;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourceRecord;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The source's records as Spark's rows. */
public final class TopicRows {
  /** Name and value of each header. */
  public static final ArrayType HEADERS =
      DataTypes.createArrayType(new StructType().add("key", StringType).add("value", BinaryType));

  /**
   * A record: its address, its timestamp in milliseconds since the epoch, its content. The names of
   * its headers once more, as bytes, where one of them is no UTF-8.
   */
  public static final StructType SCHEMA =
      new StructType()
          .add("topic", StringType, false)
          .add("partition", IntegerType, false)
          .add("offset", LongType, false)
          .add("timestamp", LongType, false)
          .add("timestamp_type", IntegerType, false)
          .add("key", BinaryType)
          .add("value", BinaryType)
          .add("headers", HEADERS)
          .add("header_names", DataTypes.createArrayType(BinaryType));

  private TopicRows() {}

  static InternalRow row(SourceRecord record, UTF8String topic, int partition) {
    List<RecordHeader> headers = record.content().headers();
    return new GenericInternalRow(
        new @Nullable Object[] {
          topic,
          partition,
          record.offset(),
          record.timestamp(),
          record.timestampType().code(),
          record.content().key(),
          record.content().value(),
          headers.isEmpty() ? null : headers(headers),
          record.headerNames().isEmpty()
              ? null
              : new GenericArrayData(record.headerNames().toArray())
        });
  }

  private static GenericArrayData headers(List<RecordHeader> headers) {
    Object[] rows = new Object[headers.size()];
    for (int i = 0; i < rows.length; i++) {
      RecordHeader header = headers.get(i);
      rows[i] =
          new GenericInternalRow(
              new @Nullable Object[] {UTF8String.fromString(header.key()), header.value()});
    }
    return new GenericArrayData(rows);
  }
}
