package io.orderlake.domain.silver;

/** A refined range, written but not visible. */
public interface PreparedRefinement extends AutoCloseable {
  /** What refining the range came to. */
  RefinementCounts counts();

  /**
   * Makes the range visible: first in the Quarantine, then in Silver, each with its position and,
   * in Silver's commit, the counts. A table that holds the range already is left alone.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when a commit fails or another writer was faster
   */
  void commit();

  /** Lets go of what was not committed; idempotent. */
  @Override
  void close();
}
