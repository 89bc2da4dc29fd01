package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.adapters.spark.silver.SilverPair;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.RecordRefiner;
import io.vavr.control.Option;

/** What a redrive would commit, for those who crash in between. */
public final class RedriveLab {
  private RedriveLab() {}

  public static SilverPair.Change change(QuarantineRedrive redrive, RecordRefiner refiner) {
    try (PreparedReleases prepared = (PreparedReleases) redrive.prepare(Option.none(), refiner)) {
      return prepared.change();
    }
  }
}
