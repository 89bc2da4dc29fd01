package io.orderlake.bootstrap.wiring;

import com.google.inject.Inject;
import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.adapters.kafka.reach.ClusterLook;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.adapters.kafka.topic.TopicState;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.vavr.collection.Seq;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The configured topics, on a cluster that is the lake's own or somebody else's. In the lake's own
 * they are made when they are missing; elsewhere only on an explicit word, since nothing is put
 * unasked into what is not Orderlake's.
 */
public final class SourceTopic {
  private final KafkaTopics topics;
  private final KafkaConnection connection;
  private final LakehouseConfig config;

  @Inject
  SourceTopic(KafkaTopics topics, KafkaConnection connection, LakehouseConfig config) {
    this.topics = topics;
    this.connection = connection;
    this.config = config;
  }

  /**
   * Makes sure that the cluster can be used and holds the topics.
   *
   * @param create also where the cluster is somebody else's
   * @param notes told what people should know of the cluster's addresses, and of a topic made there
   * @return true when the cluster is the one that {@code up} keeps for this lake
   * @throws KafkaFailure when the cluster cannot be used
   * @throws Unavailable when a topic is missing, or another broker has the lake's broker's place
   */
  public boolean require(boolean create, Consumer<String> notes) {
    boolean own = look(notes);
    config.topics().forEach(topic -> requireTopic(topic, own || create, own, notes));
    return own;
  }

  /**
   * Makes sure that the cluster can be used and holds topics that are to be read; makes none.
   *
   * @param notes told what people should know of the cluster's addresses
   * @throws KafkaFailure when the cluster cannot be used
   * @throws Unavailable when topics are missing, or another broker has the lake's broker's place
   */
  public void requireThere(Seq<String> wanted, Consumer<String> notes) {
    boolean unused = look(notes);
    Seq<String> missing = wanted.filter(topic -> topics.describe(topic).isEmpty());
    if (missing.nonEmpty()) {
      throw new Unavailable(
          "there is no topic "
              + missing.map(topic -> "'" + topic + "'").mkString(", ")
              + " at "
              + connection.bootstrapServers()
              + ", and none was made; name another one with --topic or the setting sources");
    }
  }

  /** Whether the cluster, which can be used, is the lake's own. */
  private boolean look(Consumer<String> notes) {
    ClusterLook.Seen seen = topics.look();
    seen.warnings().forEach(notes);
    boolean own = OwnCluster.of(config).is(seen.clusterId());
    if (!own && config.kafka().bootstrap().isEmpty()) {
      throw new Unavailable(
          "the broker at "
              + connection.bootstrapServers()
              + " is not the one that `up` ran for the lake in "
              + config.place()
              + ": another one listens there now; start the lake's with `orderlake up`, or name"
              + " yours with --bootstrap HOST:PORT or the setting kafka.bootstrap");
    }
    return own;
  }

  private void requireTopic(String topic, boolean create, boolean own, Consumer<String> notes) {
    if (create) {
      TopicState state = topics.ensure(topic, config.kafka().partitions());
      if (state.created() && !own) {
        notes.accept(
            String.format(
                Locale.ROOT,
                "created topic %s with %d partitions at %s",
                topic,
                state.partitions(),
                connection.bootstrapServers()));
      }
    } else if (topics.describe(topic).isEmpty()) {
      throw new Unavailable(
          String.format(
              Locale.ROOT,
              "there is no topic '%s' at %s, which is not this lake's own broker; have it created"
                  + " with --create-topic (%d partitions, the setting kafka.partitions), or name"
                  + " another one with %s",
              topic,
              connection.bootstrapServers(),
              config.kafka().partitions(),
              topic.equals(config.kafka().topic())
                  ? "--topic or the setting kafka.topic"
                  : "the setting sources"));
    }
  }
}
