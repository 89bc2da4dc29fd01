package io.orderlake.adapters.kafka;

import io.orderlake.adapters.kafka.broker.BrokerProcess;
import io.orderlake.adapters.kafka.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Starts brokers for tests and reads topics back with a client that is not Orderlake's. */
public final class TestBroker {
  private TestBroker() {}

  public static BrokerProcess in(Path dir) {
    return new BrokerProcess(
        BrokerProcess.classPathIn(Path.of("..", "adapters-kafka", "embedded-broker", "target")),
        dir.resolve("kafka"),
        0,
        dir.resolve("broker.log"),
        Duration.ofMinutes(15));
  }

  public static EmbeddedBroker start(Path dir) {
    return EmbeddedBroker.start(in(dir));
  }

  /** Every record of the topic, by partition and offset. */
  public static List<ConsumerRecord<byte[], byte[]>> read(
      KafkaConnection connection, String topic) {
    Properties properties =
        connection.properties(
            Map.of(),
            Map.of(
                "key.deserializer", ByteArrayDeserializer.class.getName(),
                "value.deserializer", ByteArrayDeserializer.class.getName(),
                "auto.offset.reset", "earliest"));
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
    }
    records.sort(
        (a, b) ->
            a.partition() != b.partition()
                ? Integer.compare(a.partition(), b.partition())
                : Long.compare(a.offset(), b.offset()));
    return records;
  }
}
