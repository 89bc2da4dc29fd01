package io.orderlake.adapters.kafka;

import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * How to reach a Kafka cluster.
 *
 * @param bootstrapServers {@code host:port}, comma separated
 * @param clientProperties further properties of Kafka's clients, such as security settings; they
 *     may hold secrets, so only their names are ever shown
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> clientProperties) {
  /** How much of transactions is read: {@code isolation.level} of Kafka's consumers. */
  public static final String READ_COMMITTED = "read_committed";

  private static final String ISOLATION = "isolation.level";

  public KafkaConnection {
    clientProperties = Map.copyOf(clientProperties);
  }

  /** A cluster that needs no further settings. */
  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, Map.of());
  }

  /** The client's properties: its own defaults, then the caller's, then what must hold. */
  public Properties properties(Map<String, String> defaults, Map<String, String> fixed) {
    Properties all = new Properties();
    all.putAll(defaults);
    all.putAll(clientProperties);
    all.putAll(fixed);
    all.put("bootstrap.servers", bootstrapServers);
    return all;
  }

  /** False when the caller has asked to read what was not committed, too. */
  public boolean readsCommitted() {
    return !"read_uncommitted".equalsIgnoreCase(clientProperties.get(ISOLATION));
  }

  @Override
  public String toString() {
    return bootstrapServers + " with " + new TreeSet<>(clientProperties.keySet());
  }
}
