package io.orderlake.adapters.spark.delta.layout;

import java.util.HashMap;
import java.util.Map;

/**
 * Properties by which a table leaves its log to the vacuum. Delta's own cleaning goes by time
 * alone: of a table with few commits it may remove the checkpoint that a version within the
 * retention is read from.
 */
public final class LogKeeping {
  /**
   * Checkpoints remember removed files for a day, since continuous ingest and compaction leave tens
   * of thousands of them and every checkpoint would write them all. Nothing of Orderlake's asks for
   * them.
   */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "delta.enableExpiredLogCleanup", "false",
          "delta.deletedFileRetentionDuration", "interval 1 days");

  private LogKeeping() {}

  /** True for a table that leaves its log to the vacuum already. */
  public static boolean isIn(Map<String, String> properties) {
    return properties.entrySet().containsAll(PROPERTIES.entrySet());
  }

  /** The properties and these. */
  public static Map<String, String> with(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.putAll(PROPERTIES);
    return all;
  }
}
