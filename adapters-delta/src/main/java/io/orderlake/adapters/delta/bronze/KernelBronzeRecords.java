package io.orderlake.adapters.delta.bronze;

import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeRecords;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedSet;

/** Bronze's records out of its Delta table; each file is a part. */
public final class KernelBronzeRecords implements BronzeRecords {
  private static final StructType COLUMNS = RecordColumns.columns();

  private final KernelLake lake;

  public KernelBronzeRecords(KernelLake lake) {
    this.lake = lake;
  }

  @Override
  public Seq<TablePart<BronzeRecord>> parts(long version) {
    return lake.table(TableId.BRONZE_ORDERS)
        .files(version, COLUMNS)
        .map(
            file -> consumer -> file.forEachRow(row -> consumer.accept(RecordColumns.record(row))));
  }

  @Override
  public long lastSequence(long version) {
    return lake.table(TableId.BRONZE_ORDERS)
        .position(version, KernelBronzeView.SEQUENCE)
        .getOrElse(TableState.NOTHING_READ);
  }

  @Override
  public SortedSet<OffsetGap> acceptedGaps(long version) {
    return KernelBronzeView.acceptedGaps(lake.pastPositions(TableId.BRONZE_ORDERS).at(version));
  }
}
