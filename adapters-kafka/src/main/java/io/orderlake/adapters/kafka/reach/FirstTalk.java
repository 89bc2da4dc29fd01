package io.orderlake.adapters.kafka.reach;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.vavr.collection.List;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.Selectable;
import org.apache.kafka.common.network.Selector;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * What a broker says of its cluster when it is spoken to with the caller's own settings: TLS, login
 * and all. Kafka's clients do the same first, and then do not tell what they were told.
 */
final class FirstTalk {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String NAME = "orderlake-look";
  private static final long IDLE_MILLIS = 60_000;
  private static final long BACKOFF_MILLIS = 100;

  private FirstTalk() {}

  /**
   * A cluster by its own account.
   *
   * @param id of the cluster
   * @param brokers where its brokers say that they can be reached
   */
  record Cluster(String id, List<ServerAddress> brokers) {}

  /**
   * Asks one broker.
   *
   * @throws org.apache.kafka.common.errors.AuthenticationException when TLS or the login fails
   * @throws org.apache.kafka.common.KafkaException when the settings cannot be used at all
   * @throws IOException when the connection breaks or nothing is said in time
   */
  static Cluster with(KafkaConnection connection, ServerAddress address) throws IOException {
    AdminClientConfig config =
        new AdminClientConfig(
            new KafkaConnection(address.toString(), connection.clientProperties())
                .properties(Map.of(), Map.of("client.id", NAME)));
    LogContext log = new LogContext();
    int patience = (int) PATIENCE.toMillis();
    try (Metrics metrics = new Metrics();
        Selector selector =
            new Selector(
                IDLE_MILLIS,
                metrics,
                Time.SYSTEM,
                NAME,
                ClientUtils.createChannelBuilder(config, Time.SYSTEM, log),
                log);
        NetworkClient client =
            new NetworkClient(
                selector,
                new ManualMetadataUpdater(),
                NAME,
                1,
                BACKOFF_MILLIS,
                BACKOFF_MILLIS,
                Selectable.USE_DEFAULT_BUFFER_SIZE,
                Selectable.USE_DEFAULT_BUFFER_SIZE,
                patience,
                patience,
                patience,
                Time.SYSTEM,
                true,
                new ApiVersions(),
                log,
                MetadataRecoveryStrategy.NONE)) {
      return ask(client, new Node(-1, address.host(), address.port()), patience);
    }
  }

  private static Cluster ask(NetworkClient client, Node node, int patience) throws IOException {
    if (!NetworkClientUtils.awaitReady(client, node, Time.SYSTEM, patience)) {
      throw new IOException("nothing was said within " + PATIENCE.toSeconds() + " s");
    }
    ClientRequest request =
        client.newClientRequest(
            node.idString(),
            new MetadataRequest.Builder(java.util.List.of(), false),
            Time.SYSTEM.milliseconds(),
            true,
            patience,
            null);
    MetadataResponse said =
        (MetadataResponse)
            NetworkClientUtils.sendAndReceive(client, request, Time.SYSTEM).responseBody();
    return new Cluster(
        String.valueOf(said.clusterId()),
        List.ofAll(said.brokers()).map(broker -> new ServerAddress(broker.host(), broker.port())));
  }
}
