package io.orderlake.domain.bronze;

import io.vavr.control.Option;

/** Reads where Bronze stands, without touching its rows; cheap enough to be asked every second. */
public interface BronzeView {
  /**
   * Bronze's newest commit, or none before the first.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when the table's log cannot be read
   */
  Option<BronzeState> state();
}
