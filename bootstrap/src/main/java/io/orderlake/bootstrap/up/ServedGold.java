package io.orderlake.bootstrap.up;

import io.orderlake.application.run.Backoff;
import io.orderlake.application.serve.ServeGold;
import io.orderlake.application.serve.TellOperations;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.serve.Served;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Gold in PostgreSQL at the newest lake version, on a thread of its own: nobody waits for it,
 * nor fails with it. What keeps it from that is told once, and tried again.
 */
public final class ServedGold implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedGold.class);
  private static final String PART = "serving Gold";
  private static final String REST = "serving runs";
  private static final long NOT_KNOWN = -1;
  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  /** Between two looks whether there is another lake version, which asks the lake alone. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** After so many looks PostgreSQL is asked although there is none. */
  private static final int LOOKS_PER_QUESTION = 300;

  private final ServeGold serving;
  private final TellOperations telling;
  private final Troubles troubles;
  private final Consumer<Served> listener;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Worker worker;

  private ServedGold(
      ServeGold serving, TellOperations telling, Troubles troubles, Consumer<Served> listener) {
    this.serving = serving;
    this.telling = telling;
    this.troubles = troubles;
    this.listener = listener;
    this.worker = Worker.start("serve", this::keep, stopped::countDown);
  }

  /**
   * Begins.
   *
   * @param troubles told when it cannot be served, and when it can be again
   * @param listener told of each version that is served
   */
  public static ServedGold start(
      ServeGold serving, TellOperations telling, Troubles troubles, Consumer<Served> listener) {
    return new ServedGold(serving, telling, troubles, listener);
  }

  private void keep() {
    long served = NOT_KNOWN;
    Duration pause = Duration.ZERO;
    int failures = 0;
    for (int look = 1; !isStoppedWithin(pause); look++) {
      if (served == NOT_KNOWN || served != newest() || look % LOOKS_PER_QUESTION == 0) {
        served = served(served);
        failures = served == NOT_KNOWN ? failures + 1 : 0;
      }
      // Gold first, a part of the rest at a time.
      pause = served == NOT_KNOWN ? PAUSES.after(failures) : isMoreToTell() ? Duration.ZERO : LOOK;
    }
  }

  private long newest() {
    try {
      return serving.newest();
    } catch (LakeFailure e) {
      LOG.warn("whether there is another lake version cannot be seen", e);
      return NOT_KNOWN;
    }
  }

  private long served(long before) {
    try {
      long served = serve(before);
      troubles.over(PART, "Gold is served in PostgreSQL again, at lake version " + served);
      return served;
    } catch (RuntimeException e) {
      LOG.warn("Gold is not served", e);
      String why = String.valueOf(e.getMessage());
      troubles.met(PART, why, "Gold is not served in PostgreSQL, all else goes on: " + why);
      return NOT_KNOWN;
    }
  }

  private boolean isMoreToTell() {
    try {
      boolean more = telling.tell();
      troubles.over(REST, "PostgreSQL is told of runs and the quarantine again");
      return more;
    } catch (RuntimeException e) {
      LOG.warn("what is done is not told", e);
      String why = String.valueOf(e.getMessage());
      troubles.met(REST, why, "PostgreSQL is not told of runs and the quarantine: " + why);
      return false;
    }
  }

  /** The number of the version that is served then; 0 for none. */
  private long serve(long before) {
    Option<Served> now = serving.catchUp();
    now.filter(served -> served.version() != before).forEach(listener);
    return now.map(Served::version).getOrElse(0L);
  }

  private boolean isStoppedWithin(Duration time) {
    try {
      return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Throws what broke it, if anything did. */
  public void throwIfBroken() {
    worker.throwIfBroken();
  }

  /** Ends after the publication under way. */
  @Override
  public void close() throws InterruptedException {
    worker.close();
  }
}
