package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * The requester's side of the protocol. Any number of requesters, in any process.
 *
 * <p>Methods throw {@link io.orderlake.domain.lake.LakeFailure} when the store under them fails.
 */
public interface RunRequests {
  /** Asks, atomically and durably; asking again under the same id is the same request. */
  void submit(RunRequest request);

  /** The result, if the run has ended. */
  Option<RunResult> result(RunId runId);

  /** Waits for the result; none when the time is over first. */
  Option<RunResult> awaitResult(RunId runId, Duration atMost);

  /**
   * Withdraws a request.
   *
   * @return true when it was waiting and now never runs; false when a runner has claimed it, or it
   *     was not there
   */
  boolean cancel(RunId runId);

  /**
   * What the active runner shows; none when none ever took the leader lock or the last stood down.
   */
  Option<LeaderHeartbeat> runner();
}
