package io.orderlake.domain.run;

import io.vavr.control.Option;
import java.time.Instant;

/** What waits for the runner, as anybody may see it; changes and makes nothing. */
public interface RequestQueue {
  /**
   * What waits.
   *
   * @param pending how many files nobody has claimed, malformed ones too
   * @param claimed how many a runner has claimed and not let go of
   * @param oldest when the oldest of either was asked for, by its requester's clock; none when
   *     there is none that can be read
   */
  record Waiting(long pending, long claimed, Option<Instant> oldest) {}

  /**
   * What waits now; nothing where no runner and no requester has been yet.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when the store under the requests fails
   */
  Waiting now();
}
