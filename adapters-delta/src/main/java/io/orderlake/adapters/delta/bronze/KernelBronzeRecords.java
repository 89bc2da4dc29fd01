package io.orderlake.adapters.delta.bronze;

import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.adapters.delta.lake.WantedColumns;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.table.BronzeColumns;
import io.vavr.collection.Seq;
import java.util.stream.Stream;

/** Bronze's records out of its Delta table; each file is a part. */
final class KernelBronzeRecords {
  private static final WantedColumns COLUMNS =
      WantedColumns.of(
          Stream.concat(
                  BronzeColumns.RECORD.stream(),
                  BronzeColumns.SCHEMA.columns(BronzeColumns.EMPTY_BEFORE).stream())
              .toList());

  private final KernelLake lake;

  KernelBronzeRecords(KernelLake lake) {
    this.lake = lake;
  }

  Seq<TablePart<BronzeRecord>> parts(long version) {
    return lake.table(TableId.BRONZE_ORDERS)
        .files(version, COLUMNS)
        .map(file -> consumer -> file.forEachRow(row -> consumer.accept(record(row))));
  }

  private static BronzeRecord record(StoredRow row) {
    return RecordColumns.record(
        row, row.wholeOrNone(BronzeColumns.EMPTY_BEFORE).getOrElse(BronzeRecord.NOT_NOTED));
  }
}
