package io.orderlake.adapters.kafka.topic;

import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.domain.bronze.ShadowGroup;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.SortedMap;

/** Offsets in a consumer group that has no members; the broker refuses them where it has some. */
public final class KafkaShadowGroup implements ShadowGroup {
  private final KafkaTopics topics;
  private final String group;

  /**
   * The group of that id; it comes into being with the first offsets.
   *
   * @param topics an open connection, which stays the caller's to close
   */
  public KafkaShadowGroup(KafkaTopics topics, String group) {
    this.topics = topics;
    this.group = group;
  }

  @Override
  public void show(SortedMap<TopicPartition, Long> next) {
    if (next.isEmpty()) {
      return;
    }
    try {
      topics.commitOffsets(group, next);
    } catch (KafkaFailure e) {
      throw LakeFailure.of(e.getMessage(), e);
    }
  }
}
