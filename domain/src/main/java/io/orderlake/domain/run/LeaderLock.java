package io.orderlake.domain.run;

import io.vavr.control.Option;

/**
 * The one place of the active runner of a lake.
 *
 * <p>That one runner at most has an effect never rests on a clock or a lease. Where the operating
 * system frees the lock when its holder dies, however it dies, nobody else gets it before. Where
 * nothing tells a holder that died from one that sleeps, a clock decides when others stop waiting
 * for it, and whoever follows makes sure first that the earlier one, should it wake, can publish no
 * lake version; from the follower's first event on it can write to the journal no more either.
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

    /**
     * False once it is closed or lost: whoever finds it so stops serving. Where a holder cannot
     * lose it, true until then. That it was true a moment ago keeps nobody else from having it.
     */
    boolean isHeld();

    /**
     * Shows what the runner is doing; for people and requesters, nothing relies on it but how long
     * others wait for a holder that is silent.
     */
    void show(LeaderHeartbeat heartbeat);

    /** Takes the heartbeat down and frees the leader lock; idempotent. */
    @Override
    void close();
  }
}
