package io.orderlake.adapters.spark.silver.rebuild;

import io.orderlake.adapters.spark.silver.SilverPair;
import io.orderlake.domain.silver.SilverRebuild;

/** What a rebuild would commit, for those who crash in between. */
public final class RebuildLab {
  private RebuildLab() {}

  public static SilverPair.Change change(SilverRebuild rebuild) {
    return ((SparkRebuild) rebuild).change();
  }
}
