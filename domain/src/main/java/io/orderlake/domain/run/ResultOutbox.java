package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import io.vavr.control.Option;

/**
 * Where results are published: one for each run id, immutable from the moment it can be seen.
 *
 * <p>Methods throw {@link io.orderlake.domain.lake.LakeFailure}, lasting when a stored result is
 * damaged.
 */
public interface ResultOutbox {
  /**
   * Publishes, atomically and durably.
   *
   * @return the result now in place: the one that was there already, if any
   */
  RunResult publish(RunResult result);

  /** The result of that run, if it has ended. */
  Option<RunResult> find(RunId runId);
}
