package io.orderlake.adapters.kafka.topic;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.TestTopics;
import io.orderlake.application.contract.ShadowGroupContract;
import io.orderlake.domain.bronze.ShadowGroup;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract of the group on whatever broker a subclass brings. */
abstract class KafkaShadowGroupSuite extends ShadowGroupContract {
  private KafkaTopics topics;

  abstract KafkaConnection broker();

  @BeforeEach
  void openTopics() {
    topics = KafkaTopics.of(broker());
  }

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @Override
  protected ShadowGroup group(String id) {
    return new KafkaShadowGroup(topics, id);
  }

  @Override
  protected void create(String topic, int partitions) {
    topics.ensure(topic, partitions);
  }

  @Override
  protected SortedMap<TopicPartition, Long> seen(String id) {
    return TestTopics.groupOffsets(broker(), id);
  }

  /** Commits nothing by itself. */
  @Override
  protected Runnable read(String id, String topic) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            broker().properties(Map.of("group.id", id, "enable.auto.commit", "false"), Map.of()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(List.of(topic));
    while (consumer.assignment().isEmpty()) {
      consumer.poll(Duration.ofMillis(100));
    }
    return consumer::close;
  }
}
