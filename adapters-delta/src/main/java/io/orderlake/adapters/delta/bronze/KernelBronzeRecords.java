package io.orderlake.adapters.delta.bronze;

import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.adapters.delta.lake.WantedColumns;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeRecords;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.table.BronzeColumns;
import io.orderlake.domain.table.BronzePositionNames;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import java.util.stream.Stream;

/** Bronze's records out of its Delta table; each file is a part. */
public final class KernelBronzeRecords implements BronzeRecords {
  private static final WantedColumns COLUMNS =
      WantedColumns.of(
          Stream.concat(
                  BronzeColumns.RECORD.stream(),
                  BronzeColumns.SCHEMA.columns(BronzeColumns.EMPTY_BEFORE).stream())
              .toList());

  private final KernelLake lake;

  public KernelBronzeRecords(KernelLake lake) {
    this.lake = lake;
  }

  @Override
  public Seq<TablePart<BronzeRecord>> parts(long version) {
    return lake.table(TableId.BRONZE_ORDERS)
        .files(version, COLUMNS)
        .map(file -> consumer -> file.forEachRow(row -> consumer.accept(record(row))));
  }

  private static BronzeRecord record(StoredRow row) {
    return RecordColumns.record(
        row, row.wholeOrNone(BronzeColumns.EMPTY_BEFORE).getOrElse(BronzeRecord.NOT_NOTED));
  }

  @Override
  public long lastSequence(long version) {
    return lake.table(TableId.BRONZE_ORDERS)
        .position(version, BronzePositionNames.SEQUENCE)
        .getOrElse(TableState.NOTHING_READ);
  }

  @Override
  public SortedMap<TopicPartition, Long> recordsEnd(long version) {
    return KernelBronzeView.recordsEnd(lake.pastPositions(TableId.BRONZE_ORDERS).at(version));
  }

  @Override
  public SortedSet<OffsetGap> acceptedGaps(long version) {
    return KernelBronzeView.acceptedGaps(lake.pastPositions(TableId.BRONZE_ORDERS).at(version));
  }
}
