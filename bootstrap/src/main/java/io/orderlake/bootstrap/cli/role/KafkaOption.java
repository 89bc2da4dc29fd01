package io.orderlake.bootstrap.cli.role;

import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.SourceTopic;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of the roles that talk to Kafka. */
@Command
public final class KafkaOption {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The Kafka cluster (default: the broker that `up` runs for this lake).")
  private @Nullable String bootstrap;

  @Option(names = "--topic", description = "The topic (default: orders).")
  private @Nullable String topic;

  @Option(
      names = "--create-topic",
      description =
          "Create the topic where it is missing, also on a cluster that is not this lake's own.")
  private boolean createTopic;

  /**
   * Makes sure of cluster and topic.
   *
   * @return true when the cluster is this lake's own
   */
  public boolean require(Lakehouse lake, Consumer<String> notes) {
    return lake.get(SourceTopic.class).require(createTopic, notes);
  }

  /** The settings that these options override, by key. */
  public Map<String, Entry> overrides() {
    Map<String, Entry> settings = HashMap.empty();
    if (bootstrap != null) {
      settings = settings.put("kafka.bootstrap", RoleCommand.option(bootstrap, "--bootstrap"));
    }
    if (topic != null) {
      settings = settings.put("kafka.topic", RoleCommand.option(topic, "--topic"));
    }
    return settings;
  }
}
