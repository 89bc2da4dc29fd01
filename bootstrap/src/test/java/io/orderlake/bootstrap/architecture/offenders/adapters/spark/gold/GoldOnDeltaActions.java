package io.orderlake.bootstrap.architecture.offenders.adapters.spark.gold;

import org.apache.spark.sql.delta.actions.AddFile;

/** Breaks: Delta's log and action classes stay in one package. */
public final class GoldOnDeltaActions {
  private GoldOnDeltaActions() {}

  public static String path(AddFile file) {
    return file.path();
  }
}
