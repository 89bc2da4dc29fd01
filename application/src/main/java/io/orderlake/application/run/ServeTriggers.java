package io.orderlake.application.run;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.LeaderLock;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The runner: takes the lake's one leader lock, settles what an earlier runner left, then serves
 * requests one after the other until it is stopped. It may be killed at any point; starting another
 * is the whole recovery.
 */
public final class ServeTriggers {
  private static final Duration LOCK_PAUSE = Duration.ofMillis(200);
  private static final Backoff TROUBLE_PAUSES =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final RunnerPorts ports;
  private final JobBench bench;
  private final InstantSource clock;
  private final String who;
  private final RunnerListener listener;
  private final LongConsumer before;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * A runner that is not serving yet.
   *
   * @param jobs what can be asked for
   * @param who this process, for people, e.g. {@code 4711@host}
   */
  public ServeTriggers(
      RunnerPorts ports,
      Seq<LakehouseJob> jobs,
      InstantSource clock,
      String who,
      RunnerListener listener) {
    this(ports, jobs, clock, who, listener, epoch -> {});
  }

  /**
   * As above.
   *
   * @param before done each time the leader lock was taken, before anything is served; told the
   *     epoch
   */
  public ServeTriggers(
      RunnerPorts ports,
      Seq<LakehouseJob> jobs,
      InstantSource clock,
      String who,
      RunnerListener listener,
      LongConsumer before) {
    this.before = before;
    this.ports = ports;
    this.bench = new JobBench(jobs, ports, listener);
    this.clock = clock;
    this.who = who;
    this.listener = listener;
  }

  /**
   * Serves until {@link #stop}; waits as a standby while another runner holds the leader lock, also
   * after it has lost it.
   *
   * @throws LakeFailure when what the runner stands on is damaged, and a person has to look; what
   *     passes or is mended around the runner it waits for
   */
  public void serve() {
    while (!isStopped()) {
      for (LeaderLock.Held held : awaitLock()) {
        try (held;
            RunnerHeartbeat heartbeat = new RunnerHeartbeat(held, who, clock, listener)) {
          RunnerLog log = new RunnerLog(ports.journal(), held.epoch(), clock, listener);
          before.accept(held.epoch());
          serve(held, new RunnerShift(ports, bench, log, heartbeat));
        }
      }
    }
  }

  /** Ends {@link #serve} after the run under way; from any thread, at any time, any often. */
  public void stop() {
    stopped.countDown();
    ports.inbox().wakeUp();
  }

  private void serve(LeaderLock.Held held, RunnerShift shift) {
    boolean begun = false;
    int troubles = 0;
    while (isServing(held)) {
      try {
        if (!begun) {
          shift.begin(who);
          begun = true;
        }
        shift.settleClaims();
        shift.serveWaiting(() -> !isServing(held));
        if (troubles > 0) {
          listener.troubleIsOver();
        }
        troubles = 0;
        if (isServing(held)) {
          ports.inbox().await(IDLE);
        }
      } catch (LakeFailure e) {
        if (!held.isHeld()) {
          listener.trouble(
              "the runner is not the leader any more and stands by: " + e.getMessage(), e);
          return;
        }
        if (!e.failureCause().isWaitedFor()) {
          throw e;
        }
        listener.trouble("the runner could not go on and tries again: " + e.getMessage(), e);
        pause(TROUBLE_PAUSES.after(++troubles));
      }
    }
    if (begun && held.isHeld()) {
      shift.end();
    }
  }

  private Option<LeaderLock.Held> awaitLock() {
    boolean told = false;
    long known = knownEpoch();
    while (!isStopped()) {
      Option<LeaderLock.Held> leaderLock = ports.leaderLock().tryTake(known);
      if (leaderLock.isDefined()) {
        return leaderLock;
      }
      if (!told) {
        listener.standingBy();
        told = true;
      }
      pause(LOCK_PAUSE);
    }
    return Option.none();
  }

  private long knownEpoch() {
    long journalled = ports.journal().recent(1).map(JournalEvent::epoch).max().getOrElse(0L);
    return Math.max(journalled, ports.versions().latest().epoch());
  }

  private boolean isServing(LeaderLock.Held held) {
    return !isStopped() && held.isHeld();
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Waits, but no longer than until the stop; an interrupted runner stops. */
  private void pause(Duration duration) {
    try {
      boolean ignored = stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }
}
