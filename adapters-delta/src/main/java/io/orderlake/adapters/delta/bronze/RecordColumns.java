package io.orderlake.adapters.delta.bronze;

import static io.orderlake.domain.table.BronzeColumns.HEADERS;
import static io.orderlake.domain.table.BronzeColumns.HEADER_KEY;
import static io.orderlake.domain.table.BronzeColumns.HEADER_VALUE;
import static io.orderlake.domain.table.BronzeColumns.INGEST_SEQUENCE;
import static io.orderlake.domain.table.BronzeColumns.KEY;
import static io.orderlake.domain.table.BronzeColumns.OFFSET;
import static io.orderlake.domain.table.BronzeColumns.PARTITION;
import static io.orderlake.domain.table.BronzeColumns.TIMESTAMP;
import static io.orderlake.domain.table.BronzeColumns.TIMESTAMP_MILLIS;
import static io.orderlake.domain.table.BronzeColumns.TIMESTAMP_TYPE;
import static io.orderlake.domain.table.BronzeColumns.TOPIC;
import static io.orderlake.domain.table.BronzeColumns.VALUE;

import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.adapters.delta.lake.WantedColumns;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.table.BronzeColumns;
import java.time.Instant;

/** The columns of a stored record, which Bronze and the quarantine have in common. */
public final class RecordColumns {
  private RecordColumns() {}

  /** The record's place, in a row that has the columns of {@link BronzeColumns#PLACE}. */
  public static BronzeOrder order(StoredRow row) {
    return new BronzeOrder(
        row.whole(INGEST_SEQUENCE),
        new SourcePosition(row.text(TOPIC), row.integer(PARTITION), row.whole(OFFSET)));
  }

  /** What to read for {@link #record}, of whatever layout the table's version has. */
  public static WantedColumns wanted() {
    return WantedColumns.of(BronzeColumns.RECORD);
  }

  /** The record in a row that has these columns. */
  public static BronzeRecord record(StoredRow row) {
    return record(row, BronzeRecord.NOT_NOTED);
  }

  /** The record in such a row, of which is known what lies before it. */
  static BronzeRecord record(StoredRow row, long emptyBefore) {
    return new BronzeRecord(
        order(row),
        timestamp(row),
        timestampType(row),
        new BronzeRecord.Content(
            row.bytesOrNull(KEY),
            row.bytesOrNull(VALUE),
            row.structs(HEADERS, RecordColumns::header)),
        emptyBefore);
  }

  /** Kafka's timestamp, in a row that has the columns of {@link BronzeColumns#MOMENT}. */
  public static Instant timestamp(StoredRow row) {
    return row.wholeOrNone(TIMESTAMP_MILLIS)
        .map(Instant::ofEpochMilli)
        .getOrElse(() -> row.instant(TIMESTAMP));
  }

  private static TimestampType timestampType(StoredRow row) {
    int code = row.integer(TIMESTAMP_TYPE);
    try {
      return TimestampType.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw row.never("the " + TIMESTAMP_TYPE + " " + code);
    }
  }

  private static RecordHeader header(StoredRow header) {
    return new RecordHeader(header.text(HEADER_KEY), header.bytesOrNull(HEADER_VALUE));
  }
}
