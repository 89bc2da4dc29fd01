package io.orderlake.adapters.spark;

import io.orderlake.adapters.spark.delta.DeltaSettings;
import io.orderlake.adapters.spark.delta.disk.ForklessFileSystem;
import io.orderlake.adapters.spark.delta.file.TrueCalendar;
import io.vavr.collection.List;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.FileSystemBasedCheckpointFileManager;
import org.apache.spark.util.Utils;

/** Starts Spark with what Orderlake needs: Delta, UTC, exact plans, little ceremony. */
public final class SparkSessions {
  private static final String LOOPBACK = "127.0.0.1";

  /** For executors of a cluster, whose machines have languages and zones, too. */
  private static final String PLAIN =
      "-Duser.language=en -Duser.country=US -Duser.timezone=UTC -Dfile.encoding=UTF-8";

  private SparkSessions() {}

  /**
   * The session of this process, started on first use. Under {@code spark-submit} master, memory
   * and further settings are those given there.
   *
   * @param name shown by cluster managers
   * @param scratch a local directory for shuffle files and for what else Spark puts on disk
   */
  public static SparkSession start(String name, Path scratch) {
    String master = master();
    settle(master);
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName(name)
            .config(settings(DeltaSettings.SETTINGS))
            .config("spark.sql.session.timeZone", "UTC")
            // the adapters set partition counts from record counts, and reuse shuffles across jobs
            .config("spark.sql.adaptive.enabled", "false")
            // values may be megabytes each, and a column of a batch holds 2 GB at most
            .config("spark.sql.parquet.columnarReaderBatchSize", "512")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config(settings(TrueCalendar.SETTINGS))
            .config("spark.hadoop.fs.file.impl", ForklessFileSystem.class.getName())
            // checkpoints are scratch space; the other manager forks a chmod for each of its files
            .config(
                "spark.sql.streaming.checkpointFileManagerClass",
                FileSystemBasedCheckpointFileManager.class.getName())
            .config("spark.sql.warehouse.dir", "file:" + scratch.resolve("warehouse"))
            .config(
                "spark.executor.defaultJavaOptions",
                System.getProperty("spark.executor.defaultJavaOptions", PLAIN))
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false");
    if (isLocal(master)) {
      builder =
          builder
              .master(master)
              .config("spark.local.dir", localDirectory(scratch))
              .config("spark.driver.host", LOOPBACK)
              .config("spark.driver.bindAddress", LOOPBACK);
    }
    return builder.getOrCreate();
  }

  private static Map<String, Object> settings(io.vavr.collection.Map<String, String> settings) {
    return new HashMap<>(settings.toJavaMap());
  }

  /** Spark takes the path for a list with commas between, and would write beside the lake. */
  private static String localDirectory(Path scratch) {
    return List.of(scratch.toString(), System.getProperty("java.io.tmpdir", "/tmp"))
        .find(path -> !path.contains(","))
        .getOrElse("/tmp");
  }

  /** The master that {@code spark-submit} or the configuration names; else this process. */
  static String master() {
    return System.getProperty("spark.master", "local[*]");
  }

  private static boolean isLocal(String master) {
    return master.startsWith("local");
  }

  /**
   * Before Spark's first class is loaded. Delta names its log's files, and Spark its own, by the
   * default locale's digits; and Spark asks the network for this machine's name even where all of
   * it is in one process.
   */
  static void settle(String master) {
    Locale.setDefault(Locale.US);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    UnnamedUser.logIn();
    if (isLocal(master)) {
      Utils.setCustomHostname(LOOPBACK);
    }
  }
}
