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
 * same requests as everybody, one at a time. A run that failed and may be retried is asked for anew
 * after a while; one that failed for good, when there is more to read or at the next start. As
 * Bronze grows it also asks for the small files to be joined, and once a day for those past the
 * retention to be removed.
 */
public final class KeepFresh {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
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
    while (stopped.getCount() > 0) {
      try {
        step(RESULT_WAIT);
      } catch (LakeFailure e) {
        listener.trouble("the autopilot looks again soon: " + e.getMessage(), e);
      }
      pause();
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
    RunRequest request = new RunRequest(wish.runId(), wish.job(), "autopilot", now, wish.params());
    requests.submit(request);
    outstanding = Option.some(wish);
    listener.asked(request);
  }

  private void pause() {
    try {
      boolean ignored = stopped.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }
}
