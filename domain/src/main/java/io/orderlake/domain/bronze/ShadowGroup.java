package io.orderlake.domain.bronze;

import io.vavr.collection.SortedMap;

/**
 * A consumer group in which nobody reads, and from which nothing is ever read: tools that watch
 * Kafka see in its offsets how far Bronze has come.
 */
public interface ShadowGroup {
  /**
   * Shows that Bronze has everything before these offsets. Where a partition was shown further on
   * before, as of a topic that was made anew, it goes back.
   *
   * @param next by partition, the first offset that is not in Bronze; partitions that are not named
   *     stay as they were shown
   * @throws io.orderlake.domain.lake.LakeFailure when somebody reads in the group, whose offsets
   *     are left alone then, or when Kafka does not take them
   */
  void show(SortedMap<TopicPartition, Long> next);
}
