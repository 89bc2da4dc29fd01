package io.orderlake.domain.silver;

/**
 * Silver and Quarantine as they are built anew beside the present ones, which readers go on with.
 * Broken off at any point, it is gone on with by {@link SilverRebuilds#open}.
 *
 * <p>Every method throws {@link io.orderlake.domain.lake.LakeFailure} when a table or its store
 * fails.
 */
public interface SilverRebuild extends AutoCloseable {
  /**
   * The new projections, as far as they are built. They read the same Bronze, up to where the
   * present ones have read it; their ranges and positions are of their own kind, so that files that
   * were joined meanwhile are read in bounded pieces too.
   */
  SilverTable anew();

  /**
   * Puts the new projections in the place of the present ones, one commit for each, first in the
   * Quarantine, then in Silver. What was built beside is gone afterwards.
   *
   * @throws IllegalStateException when there is something that the new projections have not read
   */
  void replace();

  /** Lets go of what is open; what was built stays for the next time. Idempotent. */
  @Override
  void close();
}
