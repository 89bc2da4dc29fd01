package io.orderlake.adapters.kafka.topic;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A cluster's topics. Every method throws {@link KafkaFailure} when the cluster does not answer.
 */
public final class KafkaTopics implements AutoCloseable {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "client.id", "orderlake-admin",
          "request.timeout.ms", "10000",
          "default.api.timeout.ms", "20000");

  /** Whatever transactions are open. */
  private static final ListOffsetsOptions ENDS =
      new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);

  private final Admin admin;
  private final String bootstrapServers;
  private final IsolationLevel isolation;

  private KafkaTopics(Admin admin, String bootstrapServers, IsolationLevel isolation) {
    this.admin = admin;
    this.bootstrapServers = bootstrapServers;
    this.isolation = isolation;
  }

  /**
   * Opens a connection.
   *
   * @throws KafkaFailure when the client's properties are wrong
   */
  public static KafkaTopics of(KafkaConnection connection) {
    try {
      return new KafkaTopics(
          Admin.create(connection.properties(DEFAULTS, Map.of())),
          connection.bootstrapServers(),
          connection.readsCommitted()
              ? IsolationLevel.READ_COMMITTED
              : IsolationLevel.READ_UNCOMMITTED);
    } catch (KafkaException e) {
      throw new KafkaFailure(
          "cannot make an admin client for "
              + connection.bootstrapServers()
              + ": "
              + e.getMessage()
              + "; check the Kafka settings",
          e);
    }
  }

  /**
   * Makes the topic unless it is there.
   *
   * @param partitions of a topic that is made; one that exists keeps its own number
   */
  public TopicState ensure(String topic, int partitions) {
    Option<TopicState> known = describe(topic);
    if (known.isDefined()) {
      return known.get();
    }
    try {
      NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
      await("creating topic " + topic, admin.createTopics(List.of(wanted)).all());
      return new TopicState(topic, partitions, true);
    } catch (KafkaFailure e) {
      if (e.getCause() instanceof TopicExistsException) {
        return describe(topic).getOrElseThrow(() -> e);
      }
      throw e;
    }
  }

  /** The topic, or none when there is no such topic. */
  public Option<TopicState> describe(String topic) {
    return description(topic).map(found -> new TopicState(topic, found.partitions().size(), false));
  }

  private Option<TopicDescription> description(String topic) {
    try {
      Collection<TopicDescription> found =
          await("describing topic " + topic, admin.describeTopics(List.of(topic)).allTopicNames())
              .values();
      return Option.ofOptional(found.stream().findFirst());
    } catch (KafkaFailure e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Option.none();
      }
      throw e;
    }
  }

  /**
   * Per partition, the offset that the next record gets; empty when there is no such topic. The sum
   * is the number of records ever stored.
   */
  public SortedMap<TopicPartition, Long> endOffsets(String topic) {
    return offsets("end", topic, partitionsOf(topic), OffsetSpec.latest(), ENDS);
  }

  /**
   * Beginnings, ends, up to where can be read, and the topic's id; none when there is no such
   * topic.
   */
  public Option<SourceState> source(String topic) {
    return description(topic)
        .map(
            found -> {
              int partitions = found.partitions().size();
              return new SourceState(
                  Option.some(found.topicId())
                      .filter(id -> !id.equals(Uuid.ZERO_UUID))
                      .map(Uuid::toString),
                  offsets("first", topic, partitions, OffsetSpec.earliest(), ENDS),
                  offsets("end", topic, partitions, OffsetSpec.latest(), ENDS),
                  offsets(
                      "last stable",
                      topic,
                      partitions,
                      OffsetSpec.latest(),
                      new ListOffsetsOptions(isolation)));
            });
  }

  private SortedMap<TopicPartition, Long> offsets(
      String which, String topic, int partitions, OffsetSpec spec, ListOffsetsOptions options) {
    Map<org.apache.kafka.common.TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      asked.put(new org.apache.kafka.common.TopicPartition(topic, partition), spec);
    }
    SortedMap<TopicPartition, Long> offsets = TreeMap.empty();
    for (var answer :
        await(
                "reading the " + which + " offsets of topic " + topic,
                admin.listOffsets(asked, options).all())
            .entrySet()) {
      int partition = answer.getKey().partition();
      offsets = offsets.put(new TopicPartition(topic, partition), answer.getValue().offset());
    }
    return offsets;
  }

  private int partitionsOf(String topic) {
    return describe(topic).map(TopicState::partitions).getOrElse(0);
  }

  private <T> T await(String attempt, KafkaFuture<T> answer) {
    String what = attempt + " at " + bootstrapServers + " failed: ";
    try {
      return answer.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new KafkaFailure(
          what + cause.getMessage() + "; check that the broker runs and can be reached", cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaFailure(what + "interrupted", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
