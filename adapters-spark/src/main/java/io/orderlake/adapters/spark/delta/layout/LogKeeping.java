package io.orderlake.adapters.spark.delta.layout;

import io.orderlake.adapters.spark.delta.interop.DataRoot;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;

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
  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "delta.enableExpiredLogCleanup", "false",
          "delta.deletedFileRetentionDuration", "interval 1 days");

  /** Who opens a table on a store makes a request for each commit since the last checkpoint. */
  private static final Map<String, String> ON_A_STORE = Map.of("delta.checkpointInterval", "10");

  private final Map<String, String> properties = new HashMap<>(EVERYWHERE);

  private LogKeeping(boolean onStore) {
    if (onStore) {
      properties.putAll(ON_A_STORE);
    }
  }

  /** That of the table that lies there. */
  public static LogKeeping of(Path table) {
    return new LogKeeping(DataRoot.isOnStore(table.toString()));
  }

  /** True for a table that leaves its log to the vacuum already. */
  public boolean isIn(Map<String, String> all) {
    return all.entrySet().containsAll(properties.entrySet());
  }

  /** The properties and these. */
  public Map<String, String> with(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    all.putAll(properties);
    return all;
  }
}
