package io.orderlake.adapters.spark.silver.refine;

import io.orderlake.adapters.spark.silver.SilverPair;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.SilverTable;

/** What refining would commit, for those who crash in between. */
public final class RefiningLab {
  private RefiningLab() {}

  public static SilverPair.Change change(
      SilverTable table, VersionRange range, RecordRefiner refiner) {
    try (PreparedFiles prepared = ((SparkSilverTable) table).refine(range, refiner)) {
      return prepared.change();
    }
  }
}
