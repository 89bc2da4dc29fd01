package io.orderlake.domain.bronze;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A partition of a Kafka topic.
 *
 * @param topic the topic's name
 * @param partition from 0
 */
public record TopicPartition(String topic, int partition)
    implements Comparable<TopicPartition>, Serializable {
  private static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

  @Override
  public int compareTo(TopicPartition other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return topic + "-" + partition;
  }
}
