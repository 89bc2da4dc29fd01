package io.orderlake.adapters.kafka.topic;

import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.SortedMap;

/** What one topic holds. */
public final class KafkaSourceOffsets implements SourceOffsets {
  private final KafkaTopics topics;
  private final String topic;

  /**
   * The offsets of that topic.
   *
   * @param topics an open connection, which stays the caller's to close
   */
  public KafkaSourceOffsets(KafkaTopics topics, String topic) {
    this.topics = topics;
    this.topic = topic;
  }

  @Override
  public SortedMap<TopicPartition, Long> ends() {
    SortedMap<TopicPartition, Long> ends;
    try {
      ends = topics.endOffsets(topic);
    } catch (KafkaFailure e) {
      throw LakeFailure.of(e.getMessage(), e);
    }
    if (ends.isEmpty()) {
      throw noTopic();
    }
    return ends;
  }

  @Override
  public SourceState state() {
    try {
      return topics.source(topic).getOrElseThrow(this::noTopic);
    } catch (KafkaFailure e) {
      throw LakeFailure.of(e.getMessage(), e);
    }
  }

  private LakeFailure noTopic() {
    return LakeFailure.because(
        FailureCause.SOURCE_LOST,
        "there is no topic '"
            + topic
            + "'; create it (--create-topic does), or name another one with --topic or the setting"
            + " kafka.topic");
  }
}
