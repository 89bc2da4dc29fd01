package io.orderlake.bootstrap.wiring;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks somebody who may never answer, on a thread of its own, and waits no longer than it was told
 * to. As long as an answer is outstanding nothing else is asked.
 */
final class Hurried implements AutoCloseable {
  private final String who;
  private final Duration patience;
  private final ExecutorService asking;
  private @Nullable Future<?> outstanding;

  /**
   * Nothing is asked yet.
   *
   * @param who as messages begin, e.g. {@code Kafka}
   */
  Hurried(String who, Duration patience) {
    this.who = who;
    this.patience = patience;
    this.asking =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "asking-" + who);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * The answer.
   *
   * @throws LakeFailure when there is none in time, or one to an earlier question is outstanding
   */
  synchronized <T> T ask(Callable<T> question) {
    Future<?> before = outstanding;
    if (before != null && !before.isDone()) {
      throw late();
    }
    Future<T> answer = asking.submit(question);
    outstanding = answer;
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LakeFailure.of("interrupted while " + who + " was asked", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw LakeFailure.of(who + " could not be asked: " + e.getCause(), e);
    }
  }

  private LakeFailure late() {
    return LakeFailure.because(
        FailureCause.TIMED_OUT,
        who + " does not answer within " + patience.toMillis() + " ms; it is asked again");
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }
}
