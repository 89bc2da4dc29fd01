package io.orderlake.bootstrap.up;

import io.orderlake.application.check.TellTroubles;
import io.orderlake.bootstrap.wiring.Lakehouse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds what is wrong with the lake and has it told, on threads of its own:
 * nobody waits for either, and neither for the other. What is not taken is tried again, less and
 * less often, up to once a minute.
 */
public final class ToldTroubles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ToldTroubles.class);
  private static final String PART = "alerts";

  private final TellTroubles telling;
  private final Pauses pauses;
  private final Troubles troubles = new Troubles(LOG::warn);
  private final CountDownLatch stopped = new CountDownLatch(1);

  private ToldTroubles(TellTroubles telling, Pauses pauses) {
    this.telling = telling;
    this.pauses = pauses;
  }

  /**
   * How long to wait.
   *
   * @param look between two looks
   * @param first before something that was not taken is tried again; each next one is twice as long
   * @param longest but no longer than this
   */
  record Pauses(Duration look, Duration first, Duration longest) {
    static final Pauses USUAL =
        new Pauses(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(1));

    private Duration after(Duration pause) {
      Duration twice = pause.multipliedBy(2);
      return twice.compareTo(longest) < 0 ? twice : longest;
    }
  }

  /** Begins to look and to tell; null where nobody is to be told. */
  public static @Nullable ToldTroubles of(Lakehouse lake) {
    return lake.troubles().map(telling -> start(telling, Pauses.USUAL)).getOrNull();
  }

  static ToldTroubles start(TellTroubles telling, Pauses pauses) {
    ToldTroubles started = new ToldTroubles(telling, pauses);
    daemon("alerts-look", started::look);
    daemon("alerts-tell", started::tell);
    return started;
  }

  /** The end of the process does not wait for an answer either. */
  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void look() {
    while (!isStoppedWithin(pauses.look())) {
      tried(
          () -> {
            telling.look();
            return true;
          });
    }
  }

  private void tell() {
    Duration pause = pauses.first();
    while (!isStoppedWithin(pause)) {
      pause = tried(telling::tell) ? pauses.first() : pauses.after(pause);
    }
  }

  private interface Step {
    boolean done();
  }

  private boolean tried(Step step) {
    try {
      boolean done = step.done();
      troubles.over(PART, "troubles can be kept again");
      return done;
    } catch (RuntimeException e) {
      String why = String.valueOf(e.getMessage());
      troubles.met(PART, why, "what is told of troubles is not kept: " + why);
      return false;
    }
  }

  private boolean isStoppedWithin(Duration time) {
    try {
      return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Ends at once; what is left to be told, the next process tells. */
  @Override
  public void close() {
    stopped.countDown();
    telling.close();
  }
}
