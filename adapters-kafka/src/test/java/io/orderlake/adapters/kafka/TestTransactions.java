package io.orderlake.adapters.kafka;

import io.orderlake.domain.bronze.SourcePosition;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes to partition 0 of a topic in one transaction after the other. */
public final class TestTransactions implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;
  private final String topic;
  private long last;

  public TestTransactions(KafkaConnection broker, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            broker.properties(Map.of(), Map.of("transactional.id", "test-" + UUID.randomUUID())),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.admin = Admin.create(broker.properties(Map.of(), Map.of()));
    producer.initTransactions();
  }

  public void begin() {
    producer.beginTransaction();
  }

  /** Publishes and waits for the acknowledgement. */
  public SourcePosition publish(byte[] value) {
    try {
      RecordMetadata stored = producer.send(new ProducerRecord<>(topic, 0, null, value)).get();
      last = stored.offset();
      return new SourcePosition(topic, stored.partition(), stored.offset());
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the transaction; its end can be read when this returns. */
  public void end(boolean committed) {
    if (committed) {
      producer.commitTransaction();
    } else {
      producer.abortTransaction();
    }
    try {
      while (readable() < last + 2) {
        Thread.sleep(50);
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Up to where can be read: the broker writes a transaction's end after it has promised it. */
  private long readable() throws ExecutionException, InterruptedException {
    TopicPartition partition = new TopicPartition(topic, 0);
    return admin
        .listOffsets(
            Map.of(partition, OffsetSpec.latest()),
            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .partitionResult(partition)
        .get()
        .offset();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
