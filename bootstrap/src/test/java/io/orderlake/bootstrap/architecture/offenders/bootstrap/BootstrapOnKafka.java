package io.orderlake.bootstrap.architecture.offenders.bootstrap;

import org.apache.kafka.common.TopicPartition;

/** Breaks: Kafka stays in its adapter. */
public final class BootstrapOnKafka {
  private BootstrapOnKafka() {}

  public static TopicPartition first(String topic) {
    return new TopicPartition(topic, 0);
  }
}
