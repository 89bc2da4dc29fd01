package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import java.time.Instant;

/** What happened to one run. Recorded events never change. */
public sealed interface RunEvent extends JournalEvent {
  RunId runId();

  /** The request was seen by a runner for the first time. */
  record RunRequested(long epoch, Instant at, RunRequest request) implements RunEvent {
    @Override
    public RunId runId() {
      return request.runId();
    }
  }

  /** The runner of that epoch took the request out of the queue. */
  record RunClaimed(long epoch, Instant at, RunId runId) implements RunEvent {}

  /**
   * The job began.
   *
   * @param attempt 1 for the first time, more when an earlier runner died over it
   */
  record RunStarted(long epoch, Instant at, RunId runId, int attempt) implements RunEvent {}

  /** The runner that had claimed or begun it died; how far it came is read from the tables. */
  record RunAbandoned(long epoch, Instant at, RunId runId, String why) implements RunEvent {}

  /** The job did its work and left that. */
  record RunSucceeded(long epoch, Instant at, RunId runId, RunOutcome outcome)
      implements RunEvent {}

  /** The job failed and published nothing. */
  record RunFailed(long epoch, Instant at, RunId runId, RunFailure failure) implements RunEvent {}

  /**
   * The request was refused before it was begun.
   *
   * @param job what it asked for; empty when that could not be read
   * @param reason what is wrong with it and what to do
   */
  record RunRejected(long epoch, Instant at, RunId runId, String job, String reason)
      implements RunEvent {}

  /** Each case to its function. */
  default <R> R fold(Cases<R> cases) {
    if (this instanceof RunRequested e) {
      return cases.requested(e);
    }
    if (this instanceof RunClaimed e) {
      return cases.claimed(e);
    }
    if (this instanceof RunStarted e) {
      return cases.started(e);
    }
    if (this instanceof RunAbandoned e) {
      return cases.abandoned(e);
    }
    if (this instanceof RunSucceeded e) {
      return cases.succeeded(e);
    }
    return this instanceof RunFailed e ? cases.failed(e) : cases.rejected((RunRejected) this);
  }

  /** What to do with each case. */
  interface Cases<R> {
    R requested(RunRequested event);

    R claimed(RunClaimed event);

    R started(RunStarted event);

    R abandoned(RunAbandoned event);

    R succeeded(RunSucceeded event);

    R failed(RunFailed event);

    R rejected(RunRejected event);
  }
}
