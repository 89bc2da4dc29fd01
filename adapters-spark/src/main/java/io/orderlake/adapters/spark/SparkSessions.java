package io.orderlake.adapters.spark;

import io.orderlake.adapters.spark.delta.LocalFiles;
import io.orderlake.adapters.spark.delta.LocalLogStore;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.FileSystemBasedCheckpointFileManager;

/** Starts Spark with what Orderlake needs: Delta, UTC, exact plans, little ceremony. */
public final class SparkSessions {
  private SparkSessions() {}

  /**
   * The session of this process, started on first use. Under {@code spark-submit} master, memory
   * and further settings are those given there.
   *
   * @param name shown by cluster managers
   * @param scratch a local directory for shuffle files and for what else Spark puts on disk
   */
  public static SparkSession start(String name, Path scratch) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName(name)
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.session.timeZone", "UTC")
            // the adapters set partition counts from record counts, and reuse shuffles across jobs
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
            .config("spark.delta.logStore.file.impl", LocalLogStore.class.getName())
            // checkpoints are scratch space; the other manager forks a chmod for each of its files
            .config(
                "spark.sql.streaming.checkpointFileManagerClass",
                FileSystemBasedCheckpointFileManager.class.getName())
            .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toUri().toString())
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.databricks.delta.snapshotPartitions", "2")
            // to list all files in a checksum, Delta rebuilds the table's whole state with Spark
            // jobs
            .config("spark.databricks.delta.allFilesInCrc.enabled", "false");
    String master = System.getProperty("spark.master", "local[*]");
    if (master.startsWith("local")) {
      builder =
          builder
              .master(master)
              .config("spark.local.dir", scratch.toString())
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.driver.bindAddress", "127.0.0.1");
    }
    return builder.getOrCreate();
  }
}
