package io.orderlake.domain.run;

import io.vavr.control.Option;

/**
 * The one place of the active runner of a lake. It is held through the operating system, which
 * frees it when its holder dies, however it dies; no clock and no lease is trusted.
 */
public interface LeaderLock {
  /**
   * Takes the leader lock if it is free.
   *
   * @param atLeast an epoch known to have been used, so that epochs rise even if their record was
   *     lost
   * @return the leader lock, under an epoch higher than any before and {@code atLeast}, durable by
   *     now; none when somebody, in this process or another, holds it
   * @throws io.orderlake.domain.lake.LakeFailure when the store fails or the epoch's record is
   *     damaged
   */
  Option<Held> tryTake(long atLeast);

  /** The leader lock, as long as it is held. */
  interface Held extends AutoCloseable {
    long epoch();

    /** Shows what the runner is doing; for people and requesters, nothing relies on it. */
    void show(LeaderHeartbeat heartbeat);

    /** Takes the heartbeat down and frees the leader lock; idempotent. */
    @Override
    void close();
  }
}
