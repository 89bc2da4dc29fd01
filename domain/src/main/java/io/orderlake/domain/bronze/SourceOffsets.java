package io.orderlake.domain.bronze;

import io.vavr.collection.SortedMap;

/** What the source stream holds right now, by partition. */
public interface SourceOffsets {
  /**
   * Every partition of the topic and the offset that its next record will get.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when the source does not answer or has no such
   *     topic
   */
  SortedMap<TopicPartition, Long> ends();

  /**
   * Beginnings, ends and which topic it is.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when the source does not answer or has no such
   *     topic
   */
  SourceState state();
}
