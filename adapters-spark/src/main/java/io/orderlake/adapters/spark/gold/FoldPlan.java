package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Which Gold tables take in a range of Silver.
 *
 * @param range what is read of Silver
 * @param reading by table, whether it takes part
 * @param standing by table, the position that it must have for its commit
 */
record FoldPlan(VersionRange range, ArrayList<Boolean> reading, List<Long> standing) {
  /**
   * Those that have not read the range.
   *
   * @param isReplacing true when it does not matter how far they had come
   */
  static FoldPlan of(VersionRange range, List<LakeTable> tables, boolean isReplacing) {
    ArrayList<Boolean> reading = new ArrayList<>();
    tables.forEach(table -> reading.add(SparkGoldTables.position(table) < range.upTo()));
    return new FoldPlan(
        range,
        reading,
        tables.stream()
            .map(table -> isReplacing ? SparkGoldTables.position(table) : range.after())
            .toList());
  }

  /** All of them, wherever they stand. */
  static FoldPlan refold(long silverVersion, List<LakeTable> tables) {
    ArrayList<Boolean> reading = new ArrayList<>();
    tables.forEach(table -> reading.add(true));
    return new FoldPlan(
        new VersionRange(TableState.NOTHING_READ, silverVersion, 0),
        reading,
        tables.stream().map(SparkGoldTables::position).toList());
  }

  /** True when the table takes part and still stands where it must. */
  boolean isOpen(int table, LakeTable gold) {
    return reading.get(table)
        && (SparkGoldTables.position(gold) < range.upTo()
            || SparkGoldTables.position(gold) == standing.get(table));
  }
}
