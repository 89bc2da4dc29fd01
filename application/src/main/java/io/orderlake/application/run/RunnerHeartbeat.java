package io.orderlake.application.run;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.LeaderLock;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Renews the runner's heartbeat every second, also while a job keeps the runner busy. */
public final class RunnerHeartbeat implements AutoCloseable {
  private final LeaderLock.Held leaderLock;
  private final String who;
  private final InstantSource clock;
  private final RunnerListener listener;
  private final Instant since;
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "runner-heartbeat");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Option<RunId> busyWith = Option.none();

  /**
   * Shows the first one, and goes on until it is closed.
   *
   * @param who for people
   * @param listener told when it cannot be shown
   */
  public RunnerHeartbeat(
      LeaderLock.Held leaderLock, String who, InstantSource clock, RunnerListener listener) {
    this.leaderLock = leaderLock;
    this.who = who;
    this.clock = clock;
    this.listener = listener;
    this.since = clock.instant();
    show();
    var unused = beats.scheduleWithFixedDelay(this::show, 1, 1, TimeUnit.SECONDS);
  }

  void busyWith(RunId runId) {
    busyWith = Option.some(runId);
    showSoon();
  }

  void idle() {
    busyWith = Option.none();
    showSoon();
  }

  private void showSoon() {
    try {
      beats.execute(this::show);
    } catch (RejectedExecutionException e) {
      listener.trouble("the runner's heartbeat is no longer renewed: it is standing down", e);
    }
  }

  private void show() {
    try {
      leaderLock.show(
          new LeaderHeartbeat(leaderLock.epoch(), who, since, clock.instant(), busyWith));
    } catch (LakeFailure e) {
      listener.trouble("the runner's heartbeat could not be renewed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    beats.shutdown();
    try {
      if (!beats.awaitTermination(5, TimeUnit.SECONDS)) {
        beats.shutdownNow();
      }
    } catch (InterruptedException e) {
      beats.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
