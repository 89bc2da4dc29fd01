package io.orderlake.application.run;

import io.orderlake.domain.run.LineageLog;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunCommand;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.orderlake.domain.run.RunStep;
import io.vavr.control.Either;

/** One run while a runner has it in hand: its state, each step journalled as it is taken. */
final class RunBook {
  private final RunnerLog log;
  private final LineageLog lineage;
  private RunState state;

  RunBook(RunnerLog log, LineageLog lineage, RunState state) {
    this.log = log;
    this.lineage = lineage;
    this.state = state;
  }

  RunState state() {
    return state;
  }

  /** Takes the run, from wherever an earlier runner left it, to where its job runs. */
  void takeUp(RunRequest request) {
    if (isRunningHere()) {
      return;
    }
    if (state instanceof RunState.Absent) {
      take(new RunCommand.Request(request));
    }
    if (isLeftBehind()) {
      take(new RunCommand.Abandon("its runner ended without a result for it"));
    }
    if (state instanceof RunState.Requested) {
      take(new RunCommand.Claim());
    }
    take(new RunCommand.Start());
    if (state instanceof RunState.Running running) {
      lineage.started(running);
    }
  }

  /**
   * Ends the run: first the end is journalled, then the result is published. Of two runners, one of
   * which was replaced and does not know it yet, the journal takes one's word; a result that is
   * there is that word, and one that a crash kept from being there is made from it.
   *
   * @return the result in place, or why the run cannot end so
   */
  Either<String, RunResult> end(RunCommand command, ResultOutbox outbox) {
    return state
        .decide(command, log.epoch(), log.now())
        .map(
            step -> {
              log.append(step.event());
              state = step.next();
              RunResult result = outbox.publish(step.next().outcome().get());
              lineage.ended(result);
              return result;
            });
  }

  private void take(RunCommand command) {
    RunStep step =
        state
            .decide(command, log.epoch(), log.now())
            .getOrElseThrow((String why) -> new IllegalStateException(why));
    log.append(step.event());
    state = step.next();
  }

  private boolean isRunningHere() {
    return state instanceof RunState.Running running && running.epoch() == log.epoch();
  }

  private boolean isLeftBehind() {
    return state instanceof RunState.Running
        || (state instanceof RunState.Claimed claimed && claimed.epoch() != log.epoch());
  }
}
