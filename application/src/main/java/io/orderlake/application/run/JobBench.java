package io.orderlake.application.run;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunCommand;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunFailure.Category;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunRequest;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** Runs jobs; whatever they throw becomes a command, and what is unknown is read back. */
final class JobBench {
  private final Map<String, LakehouseJob> jobs;
  private final LakeVersions versions;
  private final LineageOf lineage;
  private final RunnerListener listener;

  JobBench(Seq<LakehouseJob> jobs, RunnerPorts ports, RunnerListener listener) {
    this.jobs = HashMap.ofEntries(jobs.map(job -> Tuple.of(job.name().word(), job)));
    this.versions = ports.versions();
    this.lineage = new LineageOf(versions, ports.bronze(), listener);
    this.listener = listener;
  }

  /** What is wrong with the request, if no job can serve it. */
  Option<String> problemOf(RunRequest request) {
    Option<LakehouseJob> job = jobs.get(request.job());
    if (job.isEmpty()) {
      return Option.some(
          "unknown job '%s': ask for one of %s"
              .formatted(request.job(), jobs.keySet().toSortedSet().mkString(", ")));
    }
    Seq<String> known = job.get().parameters().keySet().toList().sorted();
    Seq<String> unknown = request.params().keySet().toList().removeAll(known);
    return Option.when(
        !unknown.isEmpty(),
        () ->
            "job '%s' does not take the parameters [%s]; it takes [%s]"
                .formatted(request.job(), unknown.mkString(", "), known.mkString(", ")));
  }

  /**
   * Runs the job, unless an earlier attempt turns out to have published.
   *
   * @param mayHavePublished false when the run is surely begun for the first time
   */
  RunCommand perform(RunRequest request, long epoch, boolean mayHavePublished) {
    Option<RunCommand> published = mayHavePublished ? readBack(request.runId()) : Option.none();
    return published.getOrElse(() -> perform(request, epoch));
  }

  private RunCommand perform(RunRequest request, long epoch) {
    Option<String> problem = problemOf(request);
    if (problem.isDefined()) {
      return new RunCommand.Fail(new RunFailure(Category.REQUEST, problem.get()));
    }
    try {
      return jobs.get(request.job())
          .get()
          .run(new RunContext(request.runId(), epoch, request.params()))
          .fold(RunCommand.Fail::new, outcome -> succeeded(request.runId(), outcome));
    } catch (LakeFailure e) {
      return broken(request, e, e.failureCause(), e.getMessage());
    } catch (Exception | Error e) {
      return unexpected(request, e);
    }
  }

  /** Anything may be thrown where a disk is full; else the machine's own errors end the runner. */
  private RunCommand unexpected(RunRequest request, Throwable e) {
    FailureCause cause = FailureCause.of(e);
    if (e instanceof VirtualMachineError machine
        && !(e instanceof StackOverflowError)
        && cause != FailureCause.DISK_FULL) {
      throw machine;
    }
    return broken(
        request,
        e,
        cause,
        switch (cause) {
          case DISK_FULL -> "job '%s' found no room on the disk: %s".formatted(request.job(), e);
          case DEFECT ->
              "job '%s' ended with an unexpected %s; this is a defect: report it with the runner's log"
                  .formatted(request.job(), e);
          default ->
              "job '%s' was broken off because %s: %s"
                  .formatted(request.job(), cause.happened(), e);
        });
  }

  /** A job that threw may have published before; only what is published says. */
  private RunCommand broken(RunRequest request, Throwable e, FailureCause cause, String message) {
    listener.trouble("run " + request.runId() + " was broken off: " + e.getMessage(), e);
    return readBack(request.runId())
        .getOrElse(
            () -> new RunCommand.Fail(new RunFailure(Category.of(cause.verdict()), message)));
  }

  private Option<RunCommand> readBack(RunId runId) {
    return versions
        .publishedBy(runId)
        .map(version -> succeeded(runId, RunOutcome.of(version.report(), version)));
  }

  private RunCommand succeeded(RunId runId, RunOutcome outcome) {
    return new RunCommand.Succeed(
        outcome
            .withLineage(lineage.run(runId, outcome.lakeVersion()))
            .withGoldDelays(lineage.delays(runId, outcome.lakeVersion())));
  }
}
