package io.orderlake.adapters.spark;

import io.orderlake.adapters.spark.delta.DeltaSettings;
import io.orderlake.adapters.spark.delta.disk.ForklessFileSystem;
import io.orderlake.adapters.spark.delta.file.CalendarSettings;
import io.orderlake.adapters.spark.delta.interop.DataRoot;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a session is told: what a lake stands on, which nobody can choose otherwise, and what
 * Orderlake chooses where nobody else does. Names are compared in capital or small letters alike.
 */
public final class SparkSettings {
  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final String LOOPBACK = "127.0.0.1";

  /**
   * For executors of a cluster, whose machines have languages and zones, too. As in the launcher,
   * the optimising compiler is asked ten times as late: an executor of few cores has little time
   * for it.
   */
  private static final String EXECUTOR_OPTIONS =
      "-Duser.language=en -Duser.country=US -Duser.timezone=UTC -Dfile.encoding=UTF-8"
          + " -XX:+IgnoreUnrecognizedVMOptions -XX:Tier4InvocationThreshold=50000"
          + " -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000"
          + " -XX:Tier4BackEdgeThreshold=400000";

  private static final Map<String, String> NEEDED =
      DeltaSettings.NEEDED
          .merge(CalendarSettings.SETTINGS)
          .merge(DataRoot.SETTINGS)
          .put("spark.sql.session.timeZone", "UTC")
          // the adapters set partition counts from record counts, and reuse shuffles across jobs
          .put("spark.sql.adaptive.enabled", "false")
          .put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");

  private static final Map<String, String> CHOSEN =
      DeltaSettings.CHOSEN
          // values may be megabytes each, and a column of a batch holds 2 GB at most
          .put("spark.sql.parquet.columnarReaderBatchSize", "512")
          .put("spark.sql.parquet.compression.codec", "zstd")
          .put("spark.hadoop.fs.file.impl", ForklessFileSystem.class.getName())
          // checkpoints are scratch space; the other manager forks a chmod for each of its files
          .put(
              "spark.sql.streaming.checkpointFileManagerClass",
              "org.apache.spark.sql.execution.streaming.FileSystemBasedCheckpointFileManager")
          .put("spark.executor.defaultJavaOptions", EXECUTOR_OPTIONS)
          // executors with one host name, in containers say, need not see one another's disks
          .put("spark.shuffle.readHostLocalDisk", "false")
          .put("spark.ui.enabled", "false")
          .put("spark.ui.showConsoleProgress", "false");

  private SparkSettings() {}

  /**
   * Which settings cannot be had.
   *
   * @param asked Spark's settings by name
   * @return by the name that was asked for, the only value that it can have
   */
  public static Map<String, String> refused(Map<String, String> asked) {
    return HashMap.ofEntries(
        asked
            .toList()
            .flatMap(
                setting ->
                    NEEDED
                        .find(needed -> isOtherwise(setting, needed))
                        .map(needed -> Tuple.of(setting._1, needed._2))));
  }

  private static boolean isOtherwise(Tuple2<String, String> asked, Tuple2<String, String> needed) {
    return plain(asked._1).equals(plain(needed._1)) && !asked._2.strip().equals(needed._2);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * All that a session is told beside what was asked for.
   *
   * @param asked as Spark spells them; none of them is {@link #refused}
   * @param isLocal whether all of Spark is in this process
   * @param scratch a local directory
   */
  static Map<String, String> beside(Map<String, String> asked, boolean isLocal, Path scratch) {
    Map<String, String> chosen =
        CHOSEN
            .put("spark.sql.warehouse.dir", "file:" + scratch.resolve("warehouse"))
            .merge(isLocal ? local(scratch) : HashMap.empty());
    return NEEDED
        .merge(chosen.removeAll(asked.keySet()))
        .put(EXTENSIONS, extensions(asked.get(EXTENSIONS)));
  }

  private static Map<String, String> local(Path scratch) {
    return HashMap.of(
        "spark.local.dir", localDirectory(scratch),
        "spark.driver.host", LOOPBACK,
        "spark.driver.bindAddress", LOOPBACK);
  }

  /** Others may be beside Delta's. */
  private static String extensions(Option<String> asked) {
    return List.of(asked.getOrElse("").split(","))
        .map(String::strip)
        .reject(String::isEmpty)
        .prepend(DeltaSettings.EXTENSION)
        .distinct()
        .mkString(",");
  }

  /** Spark takes the path for a list with commas between, and would write beside the lake. */
  private static String localDirectory(Path scratch) {
    return List.of(scratch.toString(), System.getProperty("java.io.tmpdir", "/tmp"))
        .find(path -> !path.contains(","))
        .getOrElse("/tmp");
  }
}
