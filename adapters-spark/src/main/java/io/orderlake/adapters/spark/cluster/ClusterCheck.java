package io.orderlake.adapters.spark.cluster;

import io.orderlake.adapters.spark.delta.interop.DataRoot;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.package$;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cluster's executors can do a lake's work, asked once, before the first of it: else what
 * they lack would be told by what breaks first.
 */
public final class ClusterCheck {
  private static final String NEEDED =
      "they need Spark %s for Scala 2.12, Java 17 or later, and this process at %s:%s"
          + " (`spark.driver.host` and `spark.driver.port` in `spark.conf`)";

  /** What Spark calls an application that no master has named. */
  private static final String UNREGISTERED = "spark-application-";

  private final SparkContext spark;
  private final String needed;

  private ClusterCheck(SparkContext spark) {
    this.spark = spark;
    this.needed =
        NEEDED.formatted(
            spark.version(),
            spark.getConf().get("spark.driver.host"),
            spark.getConf().get("spark.driver.port"));
  }

  /**
   * Has executors look at the lake.
   *
   * @param root the lake's, as any Hadoop path
   * @param patience how long to wait for the first executor
   * @throws LakeFailure {@link FailureCause#UNREACHABLE} when none takes a task in that time,
   *     {@link FailureCause#MISCONFIGURED} when they cannot run this program, or do not see the
   *     lake
   */
  public static void ofExecutors(SparkSession spark, String root, Duration patience) {
    ClusterCheck check = new ClusterCheck(spark.sparkContext());
    check.requireName();
    check.see(root, patience);
  }

  /** The failure where Spark gives up looking for a master, in whatever words it says so. */
  public static LakeFailure unreachable(String master, Exception thrown) {
    return LakeFailure.because(
        FailureCause.UNREACHABLE,
        "Spark's master %s does not answer, or is of another version than Spark %s (%s)"
            .formatted(master, package$.MODULE$.SPARK_VERSION(), firstLine(thrown)),
        thrown);
  }

  /** Spark goes on for a while after it has given up, and then may wait for itself for ever. */
  private void requireName() {
    if (spark.applicationId().startsWith(UNREGISTERED)) {
      throw unreachable(
          spark.master(), new IllegalStateException("it has given no application id"));
    }
  }

  private void see(String root, Duration patience) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark);
    Configuration hadoop = spark.hadoopConfiguration();
    int tasks = Math.max(2, spark.defaultParallelism());
    JavaFutureAction<List<Seen>> looking =
        context
            .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
            .map(new Look(root, entries(root, hadoop), new SerializableConfiguration(hadoop)))
            .collectAsync();
    said(looking, patience).forEach(Seen::throwIfTroubled);
  }

  private List<Seen> said(JavaFutureAction<List<Seen>> looking, Duration patience) {
    try {
      return looking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      looking.cancel(true);
      throw LakeFailure.because(
          FailureCause.UNREACHABLE,
          "no executor of %s has done a task in %s s: it has none to give, or they cannot work here; %s"
              .formatted(spark.master(), patience.toSeconds(), needed),
          e);
    } catch (ExecutionException e) {
      throw LakeFailure.because(
          FailureCause.MISCONFIGURED,
          "the executors of %s cannot run this program: %s; %s"
              .formatted(spark.master(), firstLine(e), needed),
          e);
    } catch (InterruptedException e) {
      looking.cancel(true);
      Thread.currentThread().interrupt();
      throw LakeFailure.of("asking the executors of " + spark.master(), e);
    }
  }

  /** What the innermost cause says first. */
  private static String firstLine(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      innermost = cause;
    }
    return String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
  }

  private static List<String> entries(String root, Configuration hadoop) {
    try {
      return namesIn(root, hadoop);
    } catch (IOException e) {
      throw LakeFailure.of("looking at " + root, e);
    }
  }

  /**
   * What lies right in there; nothing where there is no such place yet. What tasks write data files
   * by is made first: another version of a store's client may be there, before the program's.
   */
  private static List<String> namesIn(String root, Configuration hadoop) throws IOException {
    FileSystem unused = new Path(DataRoot.of(root)).getFileSystem(hadoop);
    Path path = new Path(root);
    try {
      return Arrays.stream(path.getFileSystem(hadoop).listStatus(path))
          .map(FileStatus::getPath)
          .map(Path::getName)
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /**
   * What a task has to say.
   *
   * @param cause null when it sees the lake
   * @param complaint where and why it does not
   */
  private record Seen(@Nullable FailureCause cause, String complaint) implements Serializable {
    private static final long serialVersionUID = 1;

    void throwIfTroubled() {
      if (cause != null) {
        throw LakeFailure.because(cause, complaint);
      }
    }
  }

  /** In a task: looks for what the driver has seen in the lake. */
  private record Look(String root, List<String> entries, SerializableConfiguration hadoop)
      implements Function<Integer, Seen> {
    @Override
    public Seen call(Integer task) {
      String executor = "the executor on " + Utils.localHostName();
      try {
        return namesIn(root, hadoop.value()).containsAll(entries)
            ? new Seen(null, "")
            : new Seen(
                FailureCause.MISCONFIGURED,
                "%s does not see the lake in %s: a cluster's lake is on an object store, or in a directory that all its machines have under that name"
                    .formatted(executor, root));
      } catch (IOException e) {
        return new Seen(
            FailureCause.of(e), "%s cannot look at %s: %s".formatted(executor, root, firstLine(e)));
      }
    }
  }
}
