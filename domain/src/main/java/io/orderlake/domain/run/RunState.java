package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * Where a run stands: always the fold of its events.
 *
 * <pre>
 * Absent → Requested → Claimed → Running → Ended
 *    │         │          │  ↺      │ abandoned: back to Requested
 *    └─────────┴──────────┴─ rejected → Ended
 * </pre>
 */
public sealed interface RunState {
  /** Nothing is known of the run. */
  record Absent(RunId runId) implements RunState {}

  /**
   * Asked for, and in nobody's hands.
   *
   * @param starts how often its job was begun by runners that died
   */
  record Requested(RunRequest request, int starts) implements RunState {
    @Override
    public RunId runId() {
      return request.runId();
    }
  }

  /**
   * Taken by the runner of that epoch.
   *
   * @param starts how often its job was begun by runners that died
   */
  record Claimed(RunRequest request, int starts, long epoch) implements RunState {
    @Override
    public RunId runId() {
      return request.runId();
    }
  }

  /** Its job was begun and has not ended. */
  record Running(RunRequest request, int attempt, long epoch, Instant startedAt)
      implements RunState {
    @Override
    public RunId runId() {
      return request.runId();
    }
  }

  /**
   * Over, for ever.
   *
   * @param request what was asked; none when the request could not be read
   */
  record Ended(Option<RunRequest> request, RunResult result) implements RunState {
    @Override
    public RunId runId() {
      return result.runId();
    }
  }

  RunId runId();

  /** What is known of a run before anything happened. */
  static RunState absent(RunId runId) {
    return new Absent(runId);
  }

  /** The state those events lead to, or the sentence that says which event cannot have happened. */
  static Either<String, RunState> fold(RunId runId, Iterable<RunEvent> history) {
    Either<String, RunState> state = Either.right(absent(runId));
    for (RunEvent event : history) {
      state = state.flatMap(s -> s.evolve(event));
    }
    return state;
  }

  /**
   * The step that follows from the command: the event, and the state it leads to.
   *
   * @param epoch the runner's
   * @param at the runner's clock
   * @return the step, or the sentence that says why the state does not allow it
   */
  default Either<String, RunStep> decide(RunCommand command, long epoch, Instant at) {
    RunEvent event = command.fold(new RunDecision(this, epoch, at));
    return evolve(event).map(next -> new RunStep(event, next));
  }

  /** The state after the event, or the sentence that says why it cannot follow. */
  default Either<String, RunState> evolve(RunEvent event) {
    return event.runId().equals(runId())
        ? event.fold(new RunEvolution(this))
        : Either.left("an event of run " + event.runId() + " is none of run " + runId());
  }

  /** The request, if it is known. */
  default Option<RunRequest> asked() {
    if (this instanceof Requested s) {
      return Option.some(s.request());
    }
    if (this instanceof Claimed s) {
      return Option.some(s.request());
    }
    if (this instanceof Running s) {
      return Option.some(s.request());
    }
    return this instanceof Ended s ? s.request() : Option.none();
  }

  /** The result, once it is over. */
  default Option<RunResult> outcome() {
    return this instanceof Ended s ? Option.some(s.result()) : Option.none();
  }
}
