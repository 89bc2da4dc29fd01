package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.TestBroker;
import io.orderlake.adapters.kafka.TestTopics;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.application.contract.OrderEventLogContract;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract of the log, and what only Kafka does, on whatever broker a subclass brings. */
abstract class KafkaOrderEventLogSuite implements OrderEventLogContract {
  private static final AtomicInteger TOPICS = new AtomicInteger();

  abstract KafkaConnection broker();

  @Override
  public Stream newStream() {
    String topic = "orders-" + TOPICS.incrementAndGet();
    try (KafkaTopics topics = KafkaTopics.of(broker())) {
      topics.ensure(topic, 3);
    }
    return new Stream() {
      @Override
      public OrderEventLog open() {
        return KafkaOrderEventLog.open(broker(), topic);
      }

      @Override
      public List<Stored> stored() {
        return TestBroker.read(broker(), topic).stream()
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
            new KafkaConnection(broker().bootstrapServers(), Map.of("max.block.ms", "200")),
            "no-such-topic");
      }
    };
  }

  @Test
  void a_record_larger_than_the_producer_sends_names_the_settings_and_keeps_no_other_back() {
    ConcurrentLinkedQueue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    try (OrderEventLog log = newStream().open()) {
      log.publish("order", new byte[2_000_000], deliveries::add);
      log.publish("order", new byte[10], deliveries::add);
    }
    assertThat(deliveries).hasSize(2);
    assertThat(failure(deliveries).ofRecord()).isTrue();
    assertThat(failure(deliveries).message())
        .contains("2,000,000 bytes", "kafka.client.max.request.size (1048576)")
        .contains("max.message.bytes");
  }

  @Test
  void a_record_larger_than_the_topic_takes_names_the_topic_s_setting() throws Exception {
    ConcurrentLinkedQueue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    CountDownLatch refused = new CountDownLatch(1);
    String topic = "small-" + TOPICS.incrementAndGet();
    TestTopics.create(broker(), topic, 1, Map.of("max.message.bytes", "1000"));
    try (OrderEventLog log = KafkaOrderEventLog.open(broker(), topic)) {
      log.publish(
          "order",
          new SplittableRandom(7)
              .ints(0, 127)
              .limit(3_000)
              .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::write, (a, b) -> {})
              .toByteArray(),
          delivery -> {
            deliveries.add(delivery);
            refused.countDown();
          });
      // in one batch with it, Kafka's client would not take the two apart
      refused.await();
      log.publish("order", new byte[10], deliveries::add);
    }
    assertThat(deliveries).hasSize(2);
    assertThat(failure(deliveries).ofRecord()).isTrue();
    assertThat(failure(deliveries).message())
        .contains("3,000 bytes", topic, "max.message.bytes")
        .doesNotContain("max.request.size");
  }

  @Test
  void a_record_larger_than_the_topic_takes_keeps_no_other_of_its_batch_back() {
    ConcurrentLinkedQueue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    String topic = "narrow-" + TOPICS.incrementAndGet();
    TestTopics.create(broker(), topic, 1, Map.of("max.message.bytes", "1000"));
    byte[] large = new byte[3_000];
    new Random(11).nextBytes(large);
    try (KafkaTopics topics = KafkaTopics.of(broker());
        OrderEventLog log =
            KafkaOrderEventLog.open(broker(), topic, topics.maxMessageBytes(topic))) {
      for (int i = 0; i < 50; i++) {
        log.publish("order", new byte[200], deliveries::add);
        if (i == 25) {
          log.publish("order", large, deliveries::add);
        }
      }
    }
    assertThat(deliveries).hasSize(51);
    assertThat(failure(deliveries).message()).contains("3,000 bytes", "max.message.bytes");
  }

  private static Delivery.Failed failure(Collection<Delivery> deliveries) {
    List<Delivery.Failed> failed =
        deliveries.stream()
            .filter(Delivery.Failed.class::isInstance)
            .map(Delivery.Failed.class::cast)
            .toList();
    assertThat(failed).hasSize(1);
    return failed.get(0);
  }
}
