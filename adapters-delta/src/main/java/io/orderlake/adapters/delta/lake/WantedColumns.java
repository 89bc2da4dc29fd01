package io.orderlake.adapters.delta.lake;

import io.delta.kernel.types.StructType;

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
}
