package io.orderlake.bootstrap.demo;

import io.orderlake.answers.text.Numbers;
import io.orderlake.bootstrap.up.Worker;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Unavailable;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Asks for runs as a scheduler would: by trigger files, under ids of its own. */
final class DemoRuns {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final RunRequests requests;
  private final InstantSource clock;
  private final Story story;
  private final BooleanSupplier stopRequested;

  DemoRuns(Lakehouse lake, Story story, BooleanSupplier stopRequested) {
    this.requests = lake.get(RunRequests.class);
    this.clock = lake.get(InstantSource.class);
    this.story = story;
    this.stopRequested = stopRequested;
  }

  /** Ends the story when the one who watches wants it to end. */
  static void checkStop(BooleanSupplier stopRequested) {
    if (stopRequested.getAsBoolean()) {
      throw new CancellationException("stopped before the end of the demo");
    }
  }

  /** One run, from its trigger file to its result. */
  void run(JobName job, String id, Worker runner) throws Exception {
    story.step(
        "running " + job,
        () -> outcomeOf(job, id, runner),
        succeeded -> job + ", run " + id + ": " + done(succeeded));
  }

  /** The same request once more: nothing may happen. */
  void again(JobName job, String id, Worker runner) throws Exception {
    long before = outcomeOf(job, id, runner).lakeVersion();
    story.step(
        "asking again",
        () -> outcomeOf(job, id, runner),
        succeeded ->
            "asking for run "
                + id
                + " again: the same result, still lake version "
                + (succeeded.lakeVersion() == before ? before : before + " (not the same!)"));
  }

  private RunOutcome outcomeOf(JobName job, String id, Worker runner) {
    RunId runId = new RunId(id);
    requests.submit(
        new RunRequest(runId, job.word(), "orderlake demo", clock.instant(), TreeMap.empty()));
    Option<RunResult> result = Option.none();
    while (result.isEmpty()) {
      checkStop(stopRequested);
      runner.throwIfBroken();
      result = requests.awaitResult(runId, LOOK);
    }
    String why = result.get().failure().map(f -> f.category() + ": " + f.message()).getOrElse("");
    return result
        .get()
        .outcome()
        .getOrElseThrow(() -> new Unavailable("run " + id + " failed: " + why));
  }

  private static String done(RunOutcome succeeded) {
    RunReport report = succeeded.report();
    String what =
        report.eventsFolded() > 0
            ? Numbers.count(report.eventsFolded(), "event")
                + " folded into "
                + Numbers.count(report.cellsChanged().values().sum().longValue(), "cell")
            : Numbers.count(report.conservation().read())
                + " read = "
                + Numbers.count(report.conservation().refined())
                + " refined + "
                + Numbers.count(report.conservation().quarantined())
                + " quarantined + "
                + Numbers.count(report.conservation().duplicates(), "duplicate");
    return what + "; lake version " + succeeded.lakeVersion();
  }
}
