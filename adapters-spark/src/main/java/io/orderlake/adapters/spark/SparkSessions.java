package io.orderlake.adapters.spark;

import io.orderlake.adapters.spark.cluster.ClusterCheck;
import io.orderlake.adapters.spark.cluster.ProgramJars;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils;

/** Starts Spark with what Orderlake needs: Delta, UTC, exact plans, little ceremony. */
public final class SparkSessions {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String JARS = "spark.jars";

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
    Map<String, String> asked = asked();
    SparkSettings.refused(asked)
        .headOption()
        .peek(
            refused -> {
              throw LakeFailure.because(
                  FailureCause.MISCONFIGURED,
                  "Spark's setting %s can only be %s: what the tables hold stands on it; take it out"
                      .formatted(refused._1, refused._2));
            });
    SparkSession.Builder builder = SparkSession.builder().appName(name).master(master);
    SparkSettings.beside(asked, isLocal(master), scratch)
        .forEach((setting, value) -> builder.config(setting, value));
    return isLocal(master)
        ? builder.getOrCreate()
        : onCluster(master, builder.config(shipped(asked, scratch)));
  }

  private static SparkSession onCluster(String master, SparkSession.Builder builder) {
    try {
      return builder.getOrCreate();
    } catch (RuntimeException e) { // of several kinds, from wherever Spark happens to be
      throw ClusterCheck.unreachable(master, e);
    }
  }

  /** What executors are given; whoever names jars has seen to all of them. */
  private static java.util.Map<String, Object> shipped(Map<String, String> asked, Path scratch) {
    return asked.containsKey(JARS)
        ? java.util.Map.of()
        : java.util.Map.of(
            JARS, ProgramJars.of(System.getProperty("java.class.path", ""), scratch));
  }

  /** What {@code spark-submit}, and before it whoever starts this, has said. */
  private static Map<String, String> asked() {
    return HashMap.ofEntries(
        List.ofAll(System.getProperties().stringPropertyNames())
            .filter(name -> name.startsWith("spark."))
            .map(name -> Tuple.of(name, System.getProperty(name, ""))));
  }

  /** The master that {@code spark-submit} or the configuration names; else this process. */
  static String master() {
    return System.getProperty("spark.master", "local[*]");
  }

  static boolean isLocal(String master) {
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
