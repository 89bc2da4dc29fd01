package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.adapters.kafka.TestBroker;
import io.orderlake.adapters.kafka.broker.EmbeddedBroker;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.application.contract.OrderEventLogContract;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaOrderEventLogTest implements OrderEventLogContract {
  @TempDir static Path dir;
  private static EmbeddedBroker broker;
  private static final AtomicInteger TOPICS = new AtomicInteger();

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start(dir);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Override
  public Stream newStream() {
    String topic = "orders-" + TOPICS.incrementAndGet();
    try (KafkaTopics topics = KafkaTopics.of(broker.connection())) {
      topics.ensure(topic, 3);
    }
    return new Stream() {
      @Override
      public OrderEventLog open() {
        return KafkaOrderEventLog.open(broker.connection(), topic);
      }

      @Override
      public List<Stored> stored() {
        return TestBroker.read(broker.connection(), topic).stream()
            .map(
                r ->
                    new Stored(
                        new SourcePosition(r.topic(), r.partition(), r.offset()),
                        r.key() == null ? null : new String(r.key(), UTF_8),
                        new String(r.value(), UTF_8)))
            .toList();
      }

      @Override
      public OrderEventLog openBroken() {
        return KafkaOrderEventLog.open(
            new KafkaConnection(broker.bootstrapServers(), Map.of("max.block.ms", "200")),
            "no-such-topic");
      }
    };
  }

  @Test
  void a_record_larger_than_allowed_is_a_failed_delivery() {
    ConcurrentLinkedQueue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    try (OrderEventLog log = newStream().open()) {
      log.publish("order", new byte[2_000_000], deliveries::add);
      log.publish("order", new byte[10], deliveries::add);
    }
    assertThat(deliveries).hasSize(2);
    assertThat(deliveries).filteredOn(d -> d instanceof Delivery.Failed).hasSize(1);
  }

  @Test
  void settings_that_must_hold_cannot_be_overridden() {
    KafkaConnection careless =
        new KafkaConnection(
            broker.bootstrapServers(), Map.of("acks", "0", "enable.idempotence", "false"));

    assertThat(careless.properties(Map.of("acks", "1"), Map.of("acks", "all")))
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", "false");
    KafkaOrderEventLog.open(careless, "orders").close();
  }

  @Test
  void wrong_client_settings_are_named_and_no_secret_is_shown() {
    KafkaConnection wrong =
        new KafkaConnection(
            broker.bootstrapServers(), Map.of("linger.ms", "soon", "ssl.key.password", "s3cret"));

    assertThat(wrong.toString()).contains("ssl.key.password").doesNotContain("s3cret");
    assertThatThrownBy(() -> KafkaOrderEventLog.open(wrong, "orders"))
        .isInstanceOf(KafkaFailure.class)
        .hasMessageContaining("linger.ms")
        .hasMessageNotContaining("s3cret");
  }
}
