package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.order.FastOrderEventDecoder;
import io.orderlake.adapters.kafka.order.KafkaOrderEventLog;
import io.orderlake.adapters.kafka.topic.KafkaShadowGroup;
import io.orderlake.adapters.kafka.topic.KafkaSourceOffsets;
import io.orderlake.adapters.kafka.topic.KafkaSourceRecords;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.bronze.ShadowGroup;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderEventLog;
import java.time.Duration;

/** Kafka: the configured cluster, or the broker that {@code up} runs for this lake. */
final class KafkaModule extends AbstractModule {
  /** Without an acknowledgement, before people are told. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  @Provides
  @Singleton
  KafkaConnection connection(LakehouseConfig config) {
    return new KafkaConnection(
        BrokerAddress.bootstrap(config), config.kafka().client().toJavaMap());
  }

  @Provides
  @Singleton
  KafkaTopics topics(KafkaConnection connection, Resources resources) {
    return resources.opened(KafkaTopics.of(connection));
  }

  @Provides
  SourceOffsets offsets(KafkaTopics topics, LakehouseConfig config) {
    return new KafkaSourceOffsets(topics, config.kafka().topic());
  }

  /** To be asked for where one is configured. */
  @Provides
  ShadowGroup shadowGroup(KafkaTopics topics, LakehouseConfig config) {
    return new KafkaShadowGroup(topics, config.kafka().shadowGroup());
  }

  @Provides
  SourceRecords records(KafkaConnection connection) {
    return new KafkaSourceRecords(connection);
  }

  @Provides
  @Singleton
  AttentiveLog attentiveLog(
      KafkaConnection connection, KafkaTopics topics, LakehouseConfig config, Resources resources) {
    String topic = config.kafka().topic();
    if (topic.isEmpty()) {
      throw new Unavailable(
          "this lake has no topic for events of the contract: kafka.topic is blank; name one with"
              + " --topic or that setting, which `ingest` and `up` then read as well");
    }
    return resources.opened(
        new AttentiveLog(
            KafkaOrderEventLog.open(connection, topic, topics.maxMessageBytes(topic)),
            topics::obstacle,
            SILENCE));
  }

  @Provides
  OrderEventLog log(AttentiveLog log) {
    return log;
  }

  @Provides
  OrderEventDecoder decoder() {
    return new FastOrderEventDecoder();
  }
}
