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

  /**
   * The id of the topic of that name that Bronze was filled from; none before the first commit,
   * when it was filled before ids were kept, and from a view that knows none.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when the table's log cannot be read
   */
  default Option<String> topicId(String topic) {
    return Option.none();
  }
}
