package io.orderlake.adapters.spark.cluster;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkStatusTracker;

/**
 * Looks whether a cluster that has work has somebody to do it. Spark itself waits for executors
 * without a word where there are none left.
 */
public final class ExecutorWatch implements AutoCloseable {
  /** Is told, on the watch's thread. */
  public interface Listener {
    /** For a while there has been work and no executor. */
    void gone();

    /** There are executors again. */
    void back();
  }

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final SparkStatusTracker status;
  private final Duration patience;
  private final Listener listener;
  private final ScheduledExecutorService looking;
  private long looksInVain;
  private boolean isTold;

  private ExecutorWatch(SparkContext spark, Duration patience, Listener listener) {
    this.status = spark.statusTracker();
    this.patience = patience;
    this.listener = listener;
    this.looking =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "executor-watch");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins; the listener hears of what has lasted for so long. */
  public static ExecutorWatch of(SparkContext spark, Duration patience, Listener listener) {
    ExecutorWatch watch = new ExecutorWatch(spark, patience, listener);
    var unused =
        watch.looking.scheduleWithFixedDelay(
            watch::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  private void look() {
    if (hasExecutors()) {
      looksInVain = 0;
      if (isTold) {
        isTold = false;
        listener.back();
      }
    } else if (status.getActiveJobIds().length > 0) {
      looksInVain++;
      if (!isTold && LOOK.multipliedBy(looksInVain).compareTo(patience) >= 0) {
        isTold = true;
        listener.gone();
      }
    }
  }

  /** Spark counts the driver among them. */
  private boolean hasExecutors() {
    return status.getExecutorInfos().length > 1;
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
