package io.orderlake.domain.gold;

/** A folded range, written but not visible. */
public interface PreparedRevenue extends AutoCloseable {
  /** What folding the range comes to. */
  FoldCounts counts();

  /**
   * Makes the range visible in every Gold table, each with its position and counts; a table that
   * holds the range already is left alone.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when a commit fails or another writer was faster
   */
  void commit();

  /** Lets go of what was not committed; idempotent. */
  @Override
  void close();
}
