package io.orderlake.domain.bronze;

import io.vavr.collection.SortedMap;

/** Reads where Bronze stood at any of its versions, without touching its rows. */
@FunctionalInterface
public interface BronzeOffsets {
  /**
   * Where Bronze stood at one version. Asked for versions that rise, as runs do, it reads the
   * commits between two of them, and never more than what Bronze's log has written since its last
   * checkpoint before the version.
   *
   * @param version a table version; {@link io.orderlake.domain.lake.TableState#NOTHING_READ} for
   *     before the first
   * @return by topic partition, the first Kafka offset that was not in Bronze then
   * @throws io.orderlake.domain.lake.LakeFailure when the log does not reach to that version
   */
  SortedMap<TopicPartition, Long> next(long version);
}
