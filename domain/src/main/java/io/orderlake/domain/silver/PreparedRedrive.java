package io.orderlake.domain.silver;

/** The quarantine judged again; what is released is written but not visible. */
public interface PreparedRedrive extends PreparedRefinement {
  /**
   * What judging came to: read and judged again are the records that were looked at, refined and
   * duplicates those that are released, quarantined those that stay.
   */
  @Override
  RefinementCounts counts();

  /**
   * How many records pass and stay nevertheless: Bronze has them before the record that Silver
   * keeps under their event id, so they would have been first. Only a rebuild gives them their
   * place.
   */
  long outOfTurn();

  /**
   * Makes the releases visible: first in the Quarantine, then in Silver, whose commit carries the
   * counts. Nothing is committed when nothing is released.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when a commit fails or another writer was faster
   */
  @Override
  void commit();
}
