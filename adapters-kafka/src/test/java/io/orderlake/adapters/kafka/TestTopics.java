package io.orderlake.adapters.kafka;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What happens to topics that Orderlake itself never does to them. */
public final class TestTopics {
  private TestTopics() {}

  /** Removes a partition's records below an offset, as retention does. */
  public static void expire(KafkaConnection broker, String topic, int partition, long upTo) {
    try (Admin admin = admin(broker)) {
      await(
          admin
              .deleteRecords(
                  Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(upTo)))
              .all());
    }
  }

  /** Makes a topic with settings of its own, and waits until the broker knows it. */
  public static void create(
      KafkaConnection broker, String topic, int partitions, Map<String, String> settings) {
    try (Admin admin = admin(broker)) {
      NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
      await(admin.createTopics(List.of(wanted.configs(settings))).all());
      awaitPartitions(admin, topic, partitions);
    }
  }

  /** Gives a topic more partitions, and waits until the broker knows them. */
  public static void addPartitions(KafkaConnection broker, String topic, int all) {
    try (Admin admin = admin(broker)) {
      await(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(all))).all());
      awaitPartitions(admin, topic, all);
    }
  }

  /** Deletes a topic and waits until it is gone. */
  public static void delete(KafkaConnection broker, String topic) {
    try (Admin admin = admin(broker)) {
      await(admin.deleteTopics(List.of(topic)).all());
      while (names(admin).contains(topic)) {
        pause();
      }
    }
  }

  /** What is committed in a consumer group. */
  public static SortedMap<io.orderlake.domain.bronze.TopicPartition, Long> groupOffsets(
      KafkaConnection broker, String group) {
    try (Admin admin = admin(broker)) {
      SortedMap<io.orderlake.domain.bronze.TopicPartition, Long> offsets = TreeMap.empty();
      for (var known :
          await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet()) {
        offsets =
            offsets.put(
                new io.orderlake.domain.bronze.TopicPartition(
                    known.getKey().topic(), known.getKey().partition()),
                known.getValue().offset());
      }
      return offsets;
    }
  }

  private static void awaitPartitions(Admin admin, String topic, int wanted) {
    while (partitions(admin, topic) < wanted) {
      pause();
    }
  }

  private static int partitions(Admin admin, String topic) {
    return names(admin).contains(topic)
        ? await(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().size()
        : 0;
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> names(Admin admin) {
    return await(admin.listTopics().names());
  }

  private static Admin admin(KafkaConnection broker) {
    return Admin.create(broker.properties(Map.of(), Map.of()));
  }

  private static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
