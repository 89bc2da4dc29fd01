package io.orderlake.adapters.kafka.topic;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.TestTopics;
import io.orderlake.adapters.kafka.TestTransactions;
import io.orderlake.application.contract.SourceOffsetsContract;
import io.orderlake.domain.bronze.SourceOffsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract of the offsets on whatever broker a subclass brings. */
abstract class KafkaSourceOffsetsSuite extends SourceOffsetsContract {
  private KafkaTopics topics;

  abstract KafkaConnection broker();

  @BeforeEach
  void openTopics() {
    topics = KafkaTopics.of(broker());
  }

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @Override
  protected SourceOffsets offsets(String topic) {
    return new KafkaSourceOffsets(topics, topic);
  }

  @Override
  protected void create(String topic, int partitions) {
    topics.ensure(topic, partitions);
  }

  @Override
  protected Runnable openTransaction(String topic, int partition) {
    TestTransactions producer = new TestTransactions(broker(), topic);
    producer.begin();
    producer.publish(new byte[1]);
    return () -> {
      producer.end(true);
      producer.close();
    };
  }

  @Override
  protected void expire(String topic, int partition, long upTo) {
    TestTopics.expire(broker(), topic, partition, upTo);
  }

  @Override
  protected void delete(String topic) {
    TestTopics.delete(broker(), topic);
  }

  @Override
  protected void store(String topic, int partition, int records) {
    AtomicInteger stored = new AtomicInteger();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            broker().properties(Map.of(), Map.of()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < records; i++) {
        var unused =
            producer.send(
                new ProducerRecord<>(topic, partition, null, new byte[] {(byte) i}),
                (metadata, failure) -> stored.addAndGet(failure == null ? 1 : 0));
      }
    }
    if (stored.get() != records) {
      throw new AssertionError("stored " + stored + " of " + records + " records");
    }
  }
}
