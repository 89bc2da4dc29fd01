package io.orderlake.adapters.delta.bronze;

import static io.orderlake.domain.table.BronzeColumns.INGEST_SEQUENCE;
import static io.orderlake.domain.table.BronzeColumns.TIMESTAMP;
import static io.orderlake.domain.table.BronzeColumns.TIMESTAMP_MILLIS;
import static io.orderlake.domain.table.BronzeColumns.TIMESTAMP_TYPE;

import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.ColumnCursor;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.KernelTable;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.lake.TableId;
import java.util.List;
import java.util.function.LongConsumer;

/** When Bronze's records were stamped; no other column of them is read. */
final class KernelBronzeTimes {
  /** So many commits are quicker looked at one by one than the table's files. */
  static final long FEW = 100;

  private static final List<String> COLUMNS =
      List.of(TIMESTAMP, TIMESTAMP_MILLIS, TIMESTAMP_TYPE, INGEST_SEQUENCE);

  private static final StructType ORDER = new StructType().add(INGEST_SEQUENCE, LongType.LONG);

  private final KernelTable bronze;

  KernelBronzeTimes(KernelLake lake) {
    this.bronze = lake.table(TableId.BRONZE_ORDERS);
  }

  /** Of the records in the files that these commits have added, as they did it. */
  void added(long after, long upTo, LongConsumer millis) {
    bronze.scanAdded(after, upTo, COLUMNS, record -> show(record, millis));
  }

  /** Of the records behind that ingest sequence, in the files that the version has. */
  void after(long sequence, long version, LongConsumer millis) {
    Predicate later = new Predicate(">", new Column(INGEST_SEQUENCE), Literal.ofLong(sequence));
    bronze
        .files(version, ORDER, later)
        .forEach(
            file ->
                file.scan(
                    COLUMNS,
                    record -> {
                      if (record.whole(3) > sequence) {
                        show(record, millis);
                      }
                    }));
  }

  private static void show(ColumnCursor record, LongConsumer millis) {
    if (record.integer(2) != TimestampType.NO_TIMESTAMP.code()) {
      millis.accept(record.isNull(1) ? Math.floorDiv(record.whole(0), 1_000L) : record.whole(1));
    }
  }
}
