package io.orderlake.adapters.spark.delta;

import io.orderlake.adapters.spark.delta.disk.LocalLogStore;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Objects;
import org.apache.spark.sql.delta.sources.DeltaSQLConf$;

/** What Spark's settings have to say of Delta. */
public final class DeltaSettings {
  /** By name: it belongs to those who know stores. */
  private static final String OBJECT_LOG_STORE =
      "io.orderlake.adapters.objectstore.log.ObjectLogStore";

  /** What has Spark know Delta. */
  public static final String EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";

  /** What no session that writes and reads a lake can do without. */
  public static final Map<String, String> NEEDED =
      HashMap.of(
          "spark.sql.catalog.spark_catalog",
          "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.delta.logStore.file.impl",
          LocalLogStore.class.getName(),
          "spark.delta.logStore.s3a.impl",
          OBJECT_LOG_STORE,
          "spark.delta.logStore.gs.impl",
          OBJECT_LOG_STORE);

  /** What is chosen where nobody chooses otherwise. */
  public static final Map<String, String> CHOSEN =
      HashMap.of(
          "spark.databricks.delta.snapshotPartitions", "2",
          // to list all files in a checksum, Delta rebuilds the table's whole state with Spark jobs
          "spark.databricks.delta.allFilesInCrc.enabled", "false");

  private DeltaSettings() {}

  /** Sees to it that Spark knows the names of Delta's settings: they are declared when loaded. */
  public static void declare() {
    Objects.requireNonNull(DeltaSQLConf$.MODULE$);
  }
}
