package io.orderlake.adapters.delta.bronze;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.adapters.delta.lake.WantedColumns;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import java.time.Instant;

/** The columns of a stored record, which Bronze and the quarantine have in common. */
public final class RecordColumns {
  private static final StructType HEADER =
      new StructType().add("key", StringType.STRING).add("value", BinaryType.BINARY);

  /** There where {@code timestamp} is not the one that was received, but the nearest shown. */
  private static final String TIMESTAMP_MILLIS = "timestamp_millis";

  private RecordColumns() {}

  /** What to read for {@link #source}. */
  public static StructType sourceColumns() {
    return new StructType()
        .add("topic", StringType.STRING)
        .add("partition", IntegerType.INTEGER)
        .add("offset", LongType.LONG);
  }

  /** The Kafka address in a row that has these columns. */
  public static SourcePosition source(StoredRow row) {
    return new SourcePosition(row.text("topic"), row.integer("partition"), row.whole("offset"));
  }

  /** What to read for {@link #record}. */
  public static StructType columns() {
    return sourceColumns()
        .add("timestamp", io.delta.kernel.types.TimestampType.TIMESTAMP)
        .add("timestamp_type", IntegerType.INTEGER)
        .add("key", BinaryType.BINARY)
        .add("value", BinaryType.BINARY)
        .add("headers", new ArrayType(HEADER, true))
        .add("ingest_sequence", LongType.LONG);
  }

  /** What to read for {@link #record}, of whatever layout the table's version has. */
  public static WantedColumns wanted() {
    return new WantedColumns(columns(), later());
  }

  /** What layouts after the first have added to a record. */
  public static StructType later() {
    return new StructType().add(TIMESTAMP_MILLIS, LongType.LONG);
  }

  /** The record in a row that has these columns. */
  public static BronzeRecord record(StoredRow row) {
    return record(row, BronzeRecord.NOT_NOTED);
  }

  /** The record in such a row, of which is known what lies before it. */
  static BronzeRecord record(StoredRow row, long emptyBefore) {
    return new BronzeRecord(
        new BronzeOrder(row.whole("ingest_sequence"), source(row)),
        row.wholeOrNone(TIMESTAMP_MILLIS)
            .map(Instant::ofEpochMilli)
            .getOrElse(() -> row.instant("timestamp")),
        timestampType(row),
        new BronzeRecord.Content(
            row.bytesOrNull("key"),
            row.bytesOrNull("value"),
            row.structs("headers", RecordColumns::header)),
        emptyBefore);
  }

  private static TimestampType timestampType(StoredRow row) {
    int code = row.integer("timestamp_type");
    try {
      return TimestampType.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw row.never("the timestamp_type " + code);
    }
  }

  private static RecordHeader header(StoredRow header) {
    return new RecordHeader(header.text("key"), header.bytesOrNull("value"));
  }
}
