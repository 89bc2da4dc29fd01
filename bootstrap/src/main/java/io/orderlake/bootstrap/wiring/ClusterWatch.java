package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.adapters.spark.cluster.ExecutorWatch;
import io.orderlake.bootstrap.config.LakehouseConfig;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells when a Spark cluster has lost all its executors, and when it has some again. */
public final class ClusterWatch {
  /** Executors that are started anew take less. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SparkLake spark;
  private final String master;

  @Inject
  ClusterWatch(SparkLake spark, LakehouseConfig config) {
    this.spark = spark;
    this.master = config.spark().master();
  }

  /**
   * Watches until it is closed; does nothing where no cluster does the work.
   *
   * @param gone takes a sentence, on a thread of the watch; so does {@code back}
   */
  public AutoCloseable tell(Consumer<String> gone, Consumer<String> back) {
    return spark.watchExecutors(
        PATIENCE,
        new ExecutorWatch.Listener() {
          @Override
          public void gone() {
            gone.accept(
                "%s has had no executor for %s s, and what is under way waits for one; look whether its master and its workers run"
                    .formatted(master, PATIENCE.toSeconds()));
          }

          @Override
          public void back() {
            back.accept(master + " has executors again");
          }
        });
  }
}
