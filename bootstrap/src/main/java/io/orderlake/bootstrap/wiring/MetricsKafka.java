package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.topic.KafkaSourceOffsets;
import io.orderlake.adapters.kafka.topic.KafkaSourceRecords;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceRecords;
import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kafka for metrics: answers within seconds or not at all, since a scrape waits for it; and the
 * lake's own broker is found again when it comes up at another address.
 */
final class MetricsKafka implements AutoCloseable {
  private static final HashMap<String, String> IN_HASTE =
      HashMap.of("request.timeout.ms", "2000", "default.api.timeout.ms", "2000");

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final LakehouseConfig config;
  private final Hurried hurried = new Hurried("Kafka", PATIENCE);
  private @Nullable Opened opened;

  MetricsKafka(LakehouseConfig config) {
    this.config = config;
  }

  private record Opened(String bootstrap, KafkaTopics topics, SourceRecords records) {
    static Opened to(String bootstrap, Map<String, String> client) {
      KafkaConnection connection = new KafkaConnection(bootstrap, client);
      return new Opened(bootstrap, KafkaTopics.of(connection), new KafkaSourceRecords(connection));
    }

    void close() {
      records.release();
      topics.close();
    }
  }

  /** The offsets of every topic. */
  Seq<SourceOffsets> topics() {
    KafkaTopics topics = connected().topics();
    return config
        .topics()
        .map(topic -> new HurriedOffsets(new KafkaSourceOffsets(topics, topic), hurried));
  }

  SourceRecords records() {
    return connected().records();
  }

  private synchronized Opened connected() {
    String bootstrap = BrokerAddress.bootstrap(config);
    Opened known = opened;
    if (known != null && known.bootstrap().equals(bootstrap)) {
      return known;
    }
    closeOpened();
    Opened anew = Opened.to(bootstrap, IN_HASTE.merge(config.kafka().client()).toJavaMap());
    opened = anew;
    return anew;
  }

  @Override
  public void close() {
    hurried.close();
    closeOpened();
  }

  private synchronized void closeOpened() {
    Opened known = opened;
    opened = null;
    if (known != null) {
      known.close();
    }
  }
}
