package io.orderlake.application.run;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunCommand;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.orderlake.domain.run.RunnerEvent;
import io.orderlake.domain.run.Trigger;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.BooleanSupplier;

/**
 * One runner's time as the leader. What it finds decides what it does, never what the last runner
 * may have meant: a result that exists settles a request, a run the journal knows to be over gets
 * its result, everything else is run (again).
 */
final class RunnerShift {
  private final RunnerPorts ports;
  private final JobBench bench;
  private final RunnerLog log;
  private final RunnerHeartbeat heartbeat;

  RunnerShift(RunnerPorts ports, JobBench bench, RunnerLog log, RunnerHeartbeat heartbeat) {
    this.ports = ports;
    this.bench = bench;
    this.log = log;
    this.heartbeat = heartbeat;
  }

  void begin(String who) {
    var mended = ports.journal().mend();
    log.append(new RunnerEvent.RunnerTookOver(log.epoch(), log.now(), who));
    mended.forEach(what -> log.append(new RunnerEvent.JournalMended(log.epoch(), log.now(), what)));
  }

  void end() {
    log.append(new RunnerEvent.RunnerStoodDown(log.epoch(), log.now()));
  }

  /** Settles what was claimed and not let go of, by a runner that died or by a failed step. */
  void settleClaims() {
    ports.inbox().claimed().forEach(claim -> settle(claim, true));
  }

  /** Serves what waits, in its order, until the stop is asked for. */
  void serveWaiting(BooleanSupplier stopping) {
    for (Trigger waiting : ports.inbox().pending()) {
      if (stopping.getAsBoolean()) {
        return;
      }
      waiting
          .fold(request -> ports.inbox().claim(request.runId()), Option::<Trigger>some)
          .forEach(claim -> settle(claim, false));
    }
  }

  private void settle(Trigger trigger, boolean leftover) {
    trigger.match(request -> settle(request, leftover), this::settle);
  }

  private void settle(RunRequest request, boolean leftover) {
    RunId runId = request.runId();
    Either<String, RunResult> result =
        standing(runId)
            .map(
                state ->
                    state
                        .outcome()
                        .map(over -> settled(over, leftover))
                        .getOrElse(() -> finish(request, state, leftover)));
    result.peekLeft(
        problem -> {
          ports.inbox().reject(runId, problem);
          refused(runId + ".json", problem);
        });
    result.forEach(
        r ->
            r.rejection()
                .peek(reason -> ports.inbox().reject(runId, reason))
                .onEmpty(() -> ports.inbox().discard(runId)));
  }

  /** A runner may have died before it told the end of a run whose claim it left. */
  private RunResult settled(RunResult over, boolean leftover) {
    RunResult result = ports.outbox().publish(over);
    if (leftover) {
      ports.lineage().ended(result);
    }
    return result;
  }

  /** A claim damaged after it was begun is served from the journal, else its file is refused. */
  private void settle(Trigger.Malformed malformed) {
    Option<RunState> open =
        malformed
            .runId()
            .flatMap(runId -> standing(runId).toOption())
            .filter(state -> state.outcome().isEmpty());
    open.forEach(
        state ->
            state
                .asked()
                .peek(request -> finish(request, state, true))
                .onEmpty(() -> end(state, new RunCommand.Reject("", malformed.reason()))));
    ports.inbox().reject(malformed);
    if (open.isEmpty()) {
      refused(malformed.file(), malformed.reason());
    }
  }

  /**
   * Where the run stands, the published result being the last word; or why that cannot be told.
   * When a runner died between publishing a result and journalling it, the journal is completed.
   */
  private Either<String, RunState> standing(RunId runId) {
    Option<RunResult> published;
    try {
      published = ports.outbox().find(runId);
    } catch (LakeFailure e) {
      if (e.failureCause().isWaitedFor()) {
        throw e;
      }
      return Either.left(e.getMessage());
    }
    Either<String, RunState> recorded = RunState.fold(runId, ports.journal().history(runId));
    return published
        .map(
            result -> {
              RunEvent ending = result.event();
              recorded.flatMap(state -> state.evolve(ending)).forEach(over -> log.append(ending));
              return Either.<String, RunState>right(
                  new RunState.Ended(recorded.toOption().flatMap(RunState::asked), result));
            })
        .getOrElse(
            recorded.mapLeft(
                contradiction ->
                    "the journal contradicts itself, so this run id cannot be served ("
                        + contradiction
                        + "); ask under another run id"));
  }

  private RunResult finish(RunRequest request, RunState state, boolean leftover) {
    Option<String> problem = bench.problemOf(request);
    if (problem.isDefined() && !(state instanceof RunState.Running)) {
      return end(state, new RunCommand.Reject(request.job(), problem.get()));
    }
    heartbeat.busyWith(request.runId());
    try {
      RunBook book = new RunBook(log, ports.lineage(), state);
      boolean mayHavePublished = leftover || !(state instanceof RunState.Absent);
      book.takeUp(request);
      return end(book, bench.perform(request, log.epoch(), mayHavePublished));
    } finally {
      heartbeat.idle();
    }
  }

  private RunResult end(RunState state, RunCommand command) {
    return end(new RunBook(log, ports.lineage(), state), command);
  }

  private RunResult end(RunBook book, RunCommand command) {
    return book.end(command, ports.outbox())
        .getOrElseThrow((String why) -> new IllegalStateException(why));
  }

  private void refused(String file, String reason) {
    log.append(new RunnerEvent.FileRejected(log.epoch(), log.now(), file, reason));
  }
}
