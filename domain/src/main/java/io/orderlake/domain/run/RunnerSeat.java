package io.orderlake.domain.run;

import io.vavr.control.Option;

/**
 * The one place of the active runner of a lake. It is held through the operating system, which
 * frees it when its holder dies, however it dies; no clock and no lease is trusted.
 */
public interface RunnerSeat {
  /**
   * Takes the seat if it is free.
   *
   * @param atLeast an epoch known to have been used, so that epochs rise even if their record was
   *     lost
   * @return the seat, under an epoch higher than any before and {@code atLeast}, durable by now;
   *     none when somebody, in this process or another, holds it
   * @throws io.orderlake.domain.lake.LakeFailure when the store fails or the epoch's record is
   *     damaged
   */
  Option<Held> tryTake(long atLeast);

  /** The seat, as long as it is held. */
  interface Held extends AutoCloseable {
    long epoch();

    /** Shows what the runner is doing; for people and requesters, nothing relies on it. */
    void show(RunnerSign sign);

    /** Takes the sign down and frees the seat; idempotent. */
    @Override
    void close();
  }
}
