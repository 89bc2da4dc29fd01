package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.layout.Micros;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.jspecify.annotations.Nullable;

/** Reads Spark's rows as Bronze records. */
public final class BronzeRows {
  private BronzeRows() {}

  /** The record in a row whose first columns are those of {@link BronzeLayout#RECORD}. */
  public static BronzeRecord record(InternalRow row) {
    return new BronzeRecord(
        new BronzeOrder(
            row.getLong(BronzeLayout.INGEST_SEQUENCE),
            new SourcePosition(
                row.getUTF8String(BronzeLayout.TOPIC).toString(),
                row.getInt(BronzeLayout.PARTITION),
                row.getLong(BronzeLayout.OFFSET))),
        timestamp(row),
        TimestampType.ofCode(row.getInt(BronzeLayout.TIMESTAMP_TYPE)),
        new BronzeRecord.Content(
            bytes(row, BronzeLayout.KEY), bytes(row, BronzeLayout.VALUE), headers(row)));
  }

  private static Instant timestamp(InternalRow row) {
    return row.isNullAt(BronzeLayout.TIMESTAMP_MILLIS)
        ? Micros.instant(row.getLong(BronzeLayout.TIMESTAMP))
        : Instant.ofEpochMilli(row.getLong(BronzeLayout.TIMESTAMP_MILLIS));
  }

  private static byte @Nullable [] bytes(InternalRow row, int ordinal) {
    return row.isNullAt(ordinal) ? null : row.getBinary(ordinal);
  }

  private static List<RecordHeader> headers(InternalRow row) {
    if (row.isNullAt(BronzeLayout.HEADERS)) {
      return List.of();
    }
    ArrayData array = row.getArray(BronzeLayout.HEADERS);
    if (array.numElements() == 0) {
      return List.of();
    }
    List<RecordHeader> headers = new ArrayList<>(array.numElements());
    for (int i = 0; i < array.numElements(); i++) {
      InternalRow header = array.getStruct(i, 2);
      headers.add(new RecordHeader(header.getUTF8String(0).toString(), bytes(header, 1)));
    }
    return headers;
  }
}
