package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * The runner's side of the requests. Only the holder of the {@link LeaderLock} changes anything
 * here; requesters add and withdraw at any time, so what was listed may be gone or replaced when it
 * is claimed.
 *
 * <p>Every step is atomic and survives a crash of the machine once it has returned. Methods throw
 * {@link io.orderlake.domain.lake.LakeFailure} when the store under the inbox fails.
 */
public interface TriggerInbox {
  /**
   * What waits: first whatever is malformed, then the requests in {@link RunRequest#SERVING_ORDER}.
   */
  Seq<Trigger> pending();

  /** What was claimed and not let go of, in the same order. */
  Seq<Trigger> claimed();

  /**
   * Takes a request out of the queue.
   *
   * @return what was taken, read again after taking it; none when it was withdrawn meanwhile
   */
  Option<Trigger> claim(RunId runId);

  /** Deletes the claimed request; nothing happens when there is none. */
  void discard(RunId runId);

  /** Moves a malformed file, pending or claimed, out of the way, its reason beside it. */
  void reject(Trigger.Malformed malformed);

  /**
   * Moves a claimed request that cannot be served out of the way, its reason beside it; nothing
   * happens when there is none.
   */
  void reject(RunId claimed, String reason);

  /** Waits until something may be pending, {@link #wakeUp} is called or the time is over. */
  void await(Duration atMost);

  /** Ends the present or the next {@link #await}; may be called from any thread. */
  void wakeUp();
}
