package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Function;

/**
 * How a run ended, as its requester is told. There is one for each run id, for ever.
 *
 * @param runId the request's id
 * @param job what was asked for; empty when the request did not say it readably
 * @param attempt how often the job was begun for this id: 0 when rejected, more than 1 when a
 *     runner died over it
 * @param epoch the epoch of the runner that ended it
 * @param startedAt when the job was begun for the last time; when judged, if rejected
 * @param finishedAt when it ended
 * @param ending how
 */
public record RunResult(
    RunId runId,
    String job,
    int attempt,
    long epoch,
    Instant startedAt,
    Instant finishedAt,
    Ending ending) {

  /** The ways a run can end. */
  public sealed interface Ending {
    default <R> R fold(
        Function<Succeeded, R> succeeded,
        Function<Failed, R> failed,
        Function<Rejected, R> rejected) {
      if (this instanceof Succeeded s) {
        return succeeded.apply(s);
      }
      return this instanceof Failed f ? failed.apply(f) : rejected.apply((Rejected) this);
    }
  }

  /** The work is done and visible. */
  public record Succeeded(RunOutcome outcome) implements Ending {}

  /** Nothing was published. */
  public record Failed(RunFailure failure) implements Ending {}

  /** The request was no request; nothing was begun. */
  public record Rejected(String reason) implements Ending {}

  public boolean succeeded() {
    return ending instanceof Succeeded;
  }

  /** What it left, if it succeeded. */
  public Option<RunOutcome> outcome() {
    return ending.fold(s -> Option.some(s.outcome()), f -> Option.none(), r -> Option.none());
  }

  /** Why it did not succeed; a rejection is a failure of the category REQUEST. */
  public Option<RunFailure> failure() {
    return ending.fold(
        succeeded -> Option.none(),
        failed -> Option.some(failed.failure()),
        rejected -> Option.some(new RunFailure(RunFailure.Category.REQUEST, rejected.reason())));
  }

  /** Why the request was refused, if it was. */
  public Option<String> rejection() {
    return ending.fold(
        succeeded -> Option.none(),
        failed -> Option.none(),
        rejected -> Option.some(rejected.reason()));
  }

  /** The event that ended the run. */
  public RunEvent event() {
    return ending.fold(
        s -> new RunEvent.RunSucceeded(epoch, finishedAt, runId, s.outcome()),
        f -> new RunEvent.RunFailed(epoch, finishedAt, runId, f.failure()),
        r -> new RunEvent.RunRejected(epoch, finishedAt, runId, job, r.reason()));
  }
}
