package io.orderlake.adapters.delta.lake;

import io.delta.kernel.types.StructType;
import io.orderlake.domain.table.Column;
import java.util.List;

/**
 * What to read of a table, by name.
 *
 * @param always columns of every version of the table
 * @param later columns that a later layout has added: a version of the table from before is read
 *     without them, as if they were null
 */
public record WantedColumns(StructType always, StructType later) {
  static WantedColumns of(StructType always) {
    return new WantedColumns(always, new StructType());
  }

  /** Those columns of a table, of whatever layout its version has. */
  public static WantedColumns of(List<Column> columns) {
    return new WantedColumns(
        KernelColumns.of(columns.stream().filter(column -> column.since() == 1).toList()),
        KernelColumns.of(columns.stream().filter(column -> column.since() > 1).toList()));
  }
}
