package io.orderlake.application.run;

import io.orderlake.application.run.FreshnessPlan.Wish;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The autopilot: asks for Silver when Bronze has grown and for Gold when Silver has, through the
 * same requests as everybody, one at a time. A run that failed is asked for anew, ever more slowly
 * up to about once a minute, for whatever reason it failed: somebody may have mended it. As Bronze
 * grows it also asks for the small files to be joined, and once a day for those past the retention
 * to be removed.
 */
public final class KeepFresh {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final Backoff TROUBLE_PAUSES = new Backoff(LOOK_AGAIN, Duration.ofSeconds(30));
  private static final Duration RESULT_WAIT = Duration.ofSeconds(1);

  private final BronzeView bronze;
  private final LakeVersions versions;
  private final RunRequests requests;
  private final FreshnessPlan plan;
  private final InstantSource clock;
  private final Listener listener;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Option<Wish> outstanding = Option.none();

  /** Is told what is asked and what comes of it. */
  public interface Listener {
    void asked(RunRequest request);

    void ended(RunResult result);

    /** Something could not be read or written; it is tried again. */
    void trouble(String what, LakeFailure cause);

    /** What could not be read or written can be again. */
    default void troubleIsOver() {}
  }

  /**
   * An autopilot that is not steering yet.
   *
   * @param gold the Gold tables to keep fresh
   * @param everyCommits maintenance is asked for after so many commits to Bronze; 0 for never
   */
  public KeepFresh(
      BronzeView bronze,
      LakeVersions versions,
      RunRequests requests,
      Seq<TableId> gold,
      long everyCommits,
      InstantSource clock,
      Listener listener) {
    this.bronze = bronze;
    this.versions = versions;
    this.requests = requests;
    this.plan = new FreshnessPlan(gold, everyCommits);
    this.clock = clock;
    this.listener = listener;
  }

  /** Steers until {@link #stop}. */
  public void keep() {
    int troubles = 0;
    while (stopped.getCount() > 0) {
      try {
        step(RESULT_WAIT);
        if (troubles > 0) {
          listener.troubleIsOver();
        }
        troubles = 0;
      } catch (LakeFailure e) {
        troubles++;
        listener.trouble("the autopilot looks again, ever more slowly: " + e.getMessage(), e);
      }
      pause(troubles == 0 ? LOOK_AGAIN : TROUBLE_PAUSES.after(troubles));
    }
  }

  /** Ends {@link #keep} soon; from any thread. A request under way stays. */
  public void stop() {
    stopped.countDown();
  }

  /** Waits for the run asked for, if any; asks for the next if it is over. */
  void step(Duration resultWait) {
    for (Wish wish : outstanding) {
      Option<RunResult> result = requests.awaitResult(wish.runId(), resultWait);
      if (result.isEmpty()) {
        return;
      }
      outstanding = Option.none();
      plan.ended(wish, result.get(), clock.instant());
      listener.ended(result.get());
    }
    Instant now = clock.instant();
    plan.next(versions.latest(), bronze.state(), now).forEach(wish -> ask(wish, now));
  }

  /**
   * Skips the ids that earlier lives of the autopilot have used up; takes over what they have had
   * done of maintenance.
   */
  private void ask(Wish first, Instant now) {
    Option<RunResult> before = requests.result(first.runId());
    if (first.isUpkeep() && before.isDefined()) {
      plan.ended(first, before.get(), now);
      return;
    }
    Wish wish = first;
    while (requests.result(wish.runId()).isDefined()) {
      wish = wish.again();
    }
    RunRequest request =
        new RunRequest(wish.runId(), wish.job().word(), "autopilot", now, wish.params());
    requests.submit(request);
    outstanding = Option.some(wish);
    listener.asked(request);
  }

  private void pause(Duration duration) {
    try {
      boolean ignored = stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }
}
