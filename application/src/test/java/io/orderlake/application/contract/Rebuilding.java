package io.orderlake.application.contract;

import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.SilverTable;

/** Steps of a rebuild for labs that die in the middle of one. */
public final class Rebuilding {
  private Rebuilding() {}

  /** Refines all that this Silver has not read. */
  public static void read(SilverTable silver, RecordRefiner refiner) {
    for (VersionRange range = silver.unread(1_000_000);
        !range.isEmpty();
        range = silver.unread(1_000_000)) {
      try (PreparedRefinement staged = silver.prepare(range, refiner)) {
        staged.commit();
      }
    }
  }
}
