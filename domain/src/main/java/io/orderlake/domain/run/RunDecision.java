package io.orderlake.domain.run;

import io.orderlake.domain.run.RunCommand.Abandon;
import io.orderlake.domain.run.RunCommand.Claim;
import io.orderlake.domain.run.RunCommand.Fail;
import io.orderlake.domain.run.RunCommand.Reject;
import io.orderlake.domain.run.RunCommand.Request;
import io.orderlake.domain.run.RunCommand.Start;
import io.orderlake.domain.run.RunCommand.Succeed;
import java.time.Instant;

/** The event each command would lead to, if the state allows it. */
record RunDecision(RunState state, long epoch, Instant at) implements RunCommand.Cases<RunEvent> {

  @Override
  public RunEvent request(Request command) {
    return new RunEvent.RunRequested(epoch, at, command.request());
  }

  @Override
  public RunEvent claim(Claim command) {
    return new RunEvent.RunClaimed(epoch, at, state.runId());
  }

  @Override
  public RunEvent start(Start command) {
    int before = state instanceof RunState.Claimed claimed ? claimed.starts() : 0;
    return new RunEvent.RunStarted(epoch, at, state.runId(), before + 1);
  }

  @Override
  public RunEvent abandon(Abandon command) {
    return new RunEvent.RunAbandoned(epoch, at, state.runId(), command.why());
  }

  @Override
  public RunEvent succeed(Succeed command) {
    return new RunEvent.RunSucceeded(epoch, at, state.runId(), command.outcome());
  }

  @Override
  public RunEvent fail(Fail command) {
    return new RunEvent.RunFailed(epoch, at, state.runId(), command.failure());
  }

  @Override
  public RunEvent reject(Reject command) {
    return new RunEvent.RunRejected(epoch, at, state.runId(), command.job(), command.reason());
  }
}
