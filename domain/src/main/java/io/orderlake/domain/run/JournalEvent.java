package io.orderlake.domain.run;

import java.time.Instant;
import java.util.function.Function;

/** Anything the journal holds: what happened to a run, or to the runner itself. */
public sealed interface JournalEvent permits RunEvent, RunnerEvent {
  /** The epoch of the runner that recorded it. */
  long epoch();

  /** When, by that runner's clock. */
  Instant at();

  /** Looks at the two streams apart. */
  default <R> R stream(Function<RunEvent, R> ofRun, Function<RunnerEvent, R> ofRunner) {
    return this instanceof RunEvent run ? ofRun.apply(run) : ofRunner.apply((RunnerEvent) this);
  }
}
