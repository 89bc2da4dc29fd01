package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * What the active runner shows of itself, renewed every second or so. It is a hint for people: a
 * heartbeat may outlive a runner that was killed, so its age is what to look at.
 *
 * @param epoch the runner's
 * @param who process and host
 * @param since when it took the leader lock
 * @param shownAt when the heartbeat was renewed, by the runner's clock
 * @param busyWith the run under way
 */
public record LeaderHeartbeat(
    long epoch, String who, Instant since, Instant shownAt, Option<RunId> busyWith) {
  /** The age from which on a heartbeat says that its runner is gone. */
  public static final Duration STALE = Duration.ofSeconds(10);

  /** True when the heartbeat was renewed lately. */
  public boolean isFresh(Instant now) {
    return shownAt.isAfter(now.minus(STALE));
  }
}
