package io.orderlake.adapters.kafka.topic;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.adapters.kafka.reach.ClusterLook;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

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

  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Admin admin;
  private final KafkaConnection connection;
  private final IsolationLevel isolation;
  private ClusterLook.@Nullable Seen seen;

  private KafkaTopics(Admin admin, KafkaConnection connection, IsolationLevel isolation) {
    this.admin = admin;
    this.connection = connection;
    this.isolation = isolation;
  }

  /**
   * Opens a connection. A cluster that cannot be used shows at the first question, not here, unless
   * none of its addresses can be resolved.
   *
   * @throws KafkaFailure when the client's properties are wrong
   */
  public static KafkaTopics of(KafkaConnection connection) {
    try {
      return new KafkaTopics(
          Admin.create(connection.properties(DEFAULTS, Map.of())),
          connection,
          connection.readsCommitted()
              ? IsolationLevel.READ_COMMITTED
              : IsolationLevel.READ_UNCOMMITTED);
    } catch (KafkaException e) {
      ClusterLook.at(connection);
      throw new KafkaFailure(
          "cannot make an admin client for "
              + connection.bootstrapServers()
              + ": "
              + rootOf(e).getMessage()
              + "; check the settings kafka.client.*",
          e);
    }
  }

  /**
   * Makes sure that the cluster can be used from here, before anything is asked of it.
   *
   * @return which cluster it is, and what people should know of its addresses
   * @throws KafkaFailure when it cannot; says why
   */
  public synchronized ClusterLook.Seen look() {
    if (seen == null) {
      seen = ClusterLook.at(connection);
    }
    return seen;
  }

  /** What keeps the cluster from being used at this moment, if anything does. */
  public Option<String> obstacle() {
    try {
      ClusterLook.at(connection);
      return Option.none();
    } catch (KafkaFailure e) {
      return Option.some(e.getMessage());
    }
  }

  /**
   * Makes the topic unless it is there. What is made is known to the cluster's brokers then, not to
   * its controller alone.
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
      await("creating topic " + topic, () -> admin.createTopics(List.of(wanted)).all());
      awaitKnown(topic);
      return new TopicState(topic, partitions, true);
    } catch (KafkaFailure e) {
      if (e.getCause() instanceof TopicExistsException) {
        return describe(topic).getOrElseThrow(() -> e);
      }
      throw e;
    }
  }

  private void awaitKnown(String topic) {
    long end = System.nanoTime() + KNOWN_WITHIN.toNanos();
    while (describe(topic).isEmpty()) {
      if (System.nanoTime() - end > 0) {
        throw new KafkaFailure(
            FailureCause.UNREACHABLE,
            "the brokers at "
                + connection.bootstrapServers()
                + " do not know topic "
                + topic
                + ", which the cluster has made "
                + KNOWN_WITHIN.toSeconds()
                + " s ago; check that they reach the cluster's controller",
            true);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaFailure("waiting for a new topic was interrupted", e);
    }
  }

  /** The topic, or none when there is no such topic. */
  public Option<TopicState> describe(String topic) {
    return description(topic).map(found -> new TopicState(topic, found.partitions().size(), false));
  }

  private Option<TopicDescription> description(String topic) {
    try {
      Collection<TopicDescription> found =
          await(
                  "describing topic " + topic,
                  () -> admin.describeTopics(List.of(topic)).allTopicNames())
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
                () -> admin.listOffsets(asked, options).all())
            .entrySet()) {
      int partition = answer.getKey().partition();
      offsets = offsets.put(new TopicPartition(topic, partition), answer.getValue().offset());
    }
    return offsets;
  }

  /**
   * Commits offsets in a consumer group in which nobody reads.
   *
   * @throws KafkaFailure also when somebody does
   */
  void commitOffsets(String group, SortedMap<TopicPartition, Long> next) {
    Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    next.forEach(
        (partition, offset) ->
            offsets.put(
                new org.apache.kafka.common.TopicPartition(
                    partition.topic(), partition.partition()),
                new OffsetAndMetadata(offset)));
    await(
        "committing offsets in consumer group " + group,
        () -> admin.alterConsumerGroupOffsets(group, offsets).all());
  }

  /** The most bytes that the topic takes in one batch; none when the cluster does not say. */
  public Option<Integer> maxMessageBytes(String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      return Option.of(
              await(
                      "reading the settings of topic " + topic,
                      () -> admin.describeConfigs(List.of(resource)).all())
                  .get(resource))
          .flatMap(settings -> Option.of(settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)))
          .flatMap(setting -> Option.of(setting.value()))
          .map(Integer::valueOf);
    } catch (KafkaFailure e) {
      return Option.none();
    }
  }

  private int partitionsOf(String topic) {
    return describe(topic).map(TopicState::partitions).getOrElse(0);
  }

  private <T> T await(String attempt, Supplier<KafkaFuture<T>> question) {
    String what = attempt + " at " + connection.bootstrapServers() + " failed: ";
    look();
    try {
      return question.get().get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof RetriableException || cause instanceof AuthenticationException) {
        forget();
      }
      if (cause instanceof TimeoutException || cause instanceof AuthenticationException) {
        look();
      }
      throw new KafkaFailure(what + cause.getMessage() + "; " + advice(cause), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaFailure(what + "interrupted", e);
    }
  }

  private static String advice(Throwable cause) {
    if (cause instanceof AuthorizationException) {
      return "have the cluster's administrator allow it to the user of kafka.client.*";
    }
    if (cause instanceof UnknownMemberIdException || cause instanceof GroupNotEmptyException) {
      return "somebody reads in that group: name one in which nobody does";
    }
    return cause instanceof RetriableException
        ? "check that the broker runs and can be reached"
        : "correct what it names";
  }

  /** The next question begins with another look. */
  private synchronized void forget() {
    seen = null;
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  @Override
  public void close() {
    admin.close();
  }
}
