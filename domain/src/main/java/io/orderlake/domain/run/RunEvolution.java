package io.orderlake.domain.run;

import io.orderlake.domain.run.RunEvent.RunAbandoned;
import io.orderlake.domain.run.RunEvent.RunClaimed;
import io.orderlake.domain.run.RunEvent.RunFailed;
import io.orderlake.domain.run.RunEvent.RunRejected;
import io.orderlake.domain.run.RunEvent.RunRequested;
import io.orderlake.domain.run.RunEvent.RunStarted;
import io.orderlake.domain.run.RunEvent.RunSucceeded;
import io.orderlake.domain.run.RunResult.Ending;
import io.orderlake.domain.run.RunState.Absent;
import io.orderlake.domain.run.RunState.Claimed;
import io.orderlake.domain.run.RunState.Ended;
import io.orderlake.domain.run.RunState.Requested;
import io.orderlake.domain.run.RunState.Running;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Which event may follow which state, and where it leads. */
record RunEvolution(RunState state) implements RunEvent.Cases<Either<String, RunState>> {

  @Override
  public Either<String, RunState> requested(RunRequested event) {
    return state instanceof Absent
        ? Either.right(new Requested(event.request(), 0))
        : refused("be requested");
  }

  @Override
  public Either<String, RunState> claimed(RunClaimed event) {
    return state instanceof Requested s
        ? Either.right(new Claimed(s.request(), s.starts(), event.epoch()))
        : refused("be claimed");
  }

  @Override
  public Either<String, RunState> started(RunStarted event) {
    if (!(state instanceof Claimed s)) {
      return refused("be started");
    }
    if (event.epoch() != s.epoch() || event.attempt() != s.starts() + 1) {
      return refused("be started as attempt " + event.attempt() + " in epoch " + event.epoch());
    }
    return Either.right(new Running(s.request(), event.attempt(), event.epoch(), event.at()));
  }

  @Override
  public Either<String, RunState> abandoned(RunAbandoned event) {
    if (state instanceof Claimed s && s.epoch() < event.epoch()) {
      return Either.right(new Requested(s.request(), s.starts()));
    }
    return state instanceof Running s && s.epoch() < event.epoch()
        ? Either.right(new Requested(s.request(), s.attempt()))
        : refused("be abandoned in epoch " + event.epoch());
  }

  @Override
  public Either<String, RunState> succeeded(RunSucceeded event) {
    return ended(event, new RunResult.Succeeded(event.outcome()), "succeed");
  }

  @Override
  public Either<String, RunState> failed(RunFailed event) {
    return ended(event, new RunResult.Failed(event.failure()), "fail");
  }

  @Override
  public Either<String, RunState> rejected(RunRejected event) {
    return state instanceof Running || state instanceof Ended
        ? refused("be rejected")
        : Either.right(
            new Ended(
                state.asked(),
                new RunResult(
                    event.runId(),
                    event.job(),
                    0,
                    event.epoch(),
                    event.at(),
                    event.at(),
                    new RunResult.Rejected(event.reason()))));
  }

  private Either<String, RunState> ended(RunEvent event, Ending ending, String step) {
    if (!(state instanceof Running s) || s.epoch() != event.epoch()) {
      return refused(step + " in epoch " + event.epoch());
    }
    return Either.right(
        new Ended(
            Option.some(s.request()),
            new RunResult(
                s.runId(),
                s.request().job(),
                s.attempt(),
                s.epoch(),
                s.startedAt(),
                event.at(),
                ending)));
  }

  private Either<String, RunState> refused(String step) {
    return Either.left("run " + state.runId() + " cannot " + step + ": it is " + described());
  }

  private String described() {
    if (state instanceof Claimed s) {
      return "claimed in epoch " + s.epoch() + " after " + s.starts() + " starts";
    }
    if (state instanceof Running s) {
      return "running as attempt " + s.attempt() + " in epoch " + s.epoch();
    }
    return state instanceof Absent
        ? "unknown"
        : state instanceof Requested ? "only requested" : "over";
  }
}
