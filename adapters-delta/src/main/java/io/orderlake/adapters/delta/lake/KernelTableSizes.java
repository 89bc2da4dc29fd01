package io.orderlake.adapters.delta.lake;

import io.delta.kernel.types.StructType;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableSizes;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;

/**
 * Sizes out of the tables' logs; no data file is opened, and nothing is read of a known version.
 */
public final class KernelTableSizes implements TableSizes {
  private static final WantedColumns NONE = WantedColumns.of(new StructType());

  private final KernelLake lake;
  private final Map<TableId, CommittedPositions> logs = new HashMap<>();
  private final Map<TableId, Size> known = new HashMap<>();

  public KernelTableSizes(KernelLake lake) {
    this.lake = lake;
  }

  @Override
  public synchronized Option<Size> now(TableId table) {
    return logs.computeIfAbsent(table, lake::positions)
        .newest()
        .map(
            newest ->
                known.compute(
                    table,
                    (id, before) ->
                        before != null && before.version() == newest.version()
                            ? before
                            : read(id, newest.version())));
  }

  private Size read(TableId table, long version) {
    return Size.of(version, lake.table(table).files(version, NONE).map(KernelFile::bytes));
  }
}
