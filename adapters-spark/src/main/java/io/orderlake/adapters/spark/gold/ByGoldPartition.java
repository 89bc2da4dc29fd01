package io.orderlake.adapters.spark.gold;

import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Brings all cells of one Gold partition to one task. */
final class ByGoldPartition extends Partitioner {
  private static final long serialVersionUID = 1;

  private final int tasks;

  ByGoldPartition(int tasks) {
    this.tasks = tasks;
  }

  @Override
  public int numPartitions() {
    return tasks;
  }

  @Override
  public int getPartition(Object key) {
    CellId id = (CellId) key;
    return Math.floorMod(31 * id.table() + id.key().partition().hashCode(), tasks);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ByGoldPartition p && p.tasks == tasks;
  }

  @Override
  public int hashCode() {
    return tasks;
  }
}
