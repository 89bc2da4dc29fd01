package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka topic that order events are published to: idempotent, acknowledged by all in-sync
 * replicas, partitioned by key. Thread-safe.
 */
public final class KafkaOrderEventLog implements OrderEventLog {
  private static final int BATCH_BYTES = 131_072;
  private static final String BYTES = ByteArraySerializer.class.getName();

  /**
   * One request in flight: on a partition that is just coming up, a second batch can be stored
   * while the first is refused. The broker takes it for the producer's first, refuses the real one
   * as out of order, and it is retried until its delivery times out.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "client.id", "orderlake-producer",
          "compression.type", "lz4",
          "linger.ms", "5",
          "max.in.flight.requests.per.connection", "1",
          // a broker's restart takes less; people should not wait for longer to be told
          "delivery.timeout.ms", "60000",
          "request.timeout.ms", "20000");

  private static final Map<String, String> FIXED =
      Map.of(
          "acks",
          "all",
          "enable.idempotence",
          "true",
          "key.serializer",
          BYTES,
          "value.serializer",
          BYTES);

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final String where;
  private final String maxRequestSize;

  private KafkaOrderEventLog(
      KafkaProducer<byte[], byte[]> producer, String topic, String where, String maxRequestSize) {
    this.producer = producer;
    this.topic = topic;
    this.where = where;
    this.maxRequestSize = maxRequestSize;
  }

  /**
   * Opens the log; a cluster that does not answer shows at the first publishing, not here.
   *
   * @throws KafkaFailure when the client's properties are wrong
   */
  public static KafkaOrderEventLog open(KafkaConnection connection, String topic) {
    return open(connection, topic, Option.none());
  }

  /**
   * As above, on a topic of which is known how much it takes. A batch that is smaller than that is
   * refused for the size of one record alone; a larger one the client would send again and again,
   * until the time of all its records is over.
   *
   * @param maxMessageBytes the topic's {@code max.message.bytes}
   */
  public static KafkaOrderEventLog open(
      KafkaConnection connection, String topic, Option<Integer> maxMessageBytes) {
    String where = "topic " + topic + " at " + connection.bootstrapServers();
    try {
      Map<String, String> defaults = new HashMap<>(DEFAULTS);
      int batch = Math.min(BATCH_BYTES, maxMessageBytes.getOrElse(Integer.MAX_VALUE) / 2);
      defaults.put("batch.size", Integer.toString(batch));
      Properties properties = connection.properties(defaults, FIXED);
      return new KafkaOrderEventLog(
          new KafkaProducer<>(properties),
          topic,
          where,
          properties.getProperty("max.request.size", "1048576"));
    } catch (KafkaException e) {
      throw new KafkaFailure(
          "cannot make a producer for " + where + ": " + reason(e) + "; check the Kafka settings",
          e);
    }
  }

  @Override
  public void publish(@Nullable String key, byte[] value, Consumer<Delivery> acknowledged) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value);
    try {
      var unusedAsTheCallbackTells =
          producer.send(
              record,
              (metadata, problem) ->
                  acknowledged.accept(delivery(value.length, metadata, problem)));
    } catch (KafkaException e) {
      acknowledged.accept(failed(value.length, e));
    }
  }

  private Delivery delivery(
      int bytes, @Nullable RecordMetadata stored, @Nullable Exception problem) {
    if (problem != null) {
      return failed(bytes, problem);
    }
    if (stored == null) {
      throw new IllegalStateException("the client reports neither a position nor a problem");
    }
    return new Delivery.Acknowledged(
        new SourcePosition(stored.topic(), stored.partition(), stored.offset()));
  }

  private Delivery failed(int bytes, Exception problem) {
    if (problem instanceof RecordTooLargeException) {
      return new Delivery.Failed(tooLarge(bytes, String.valueOf(problem.getMessage())), true);
    }
    return new Delivery.Failed(where + ": " + reason(problem));
  }

  /** The client's own limit is told from that of the topic by what the client says. */
  private String tooLarge(int bytes, String message) {
    boolean own = message.contains("max.request.size") || message.contains("buffer.memory");
    return String.format(
        Locale.ROOT,
        "the record is too large: its event has %,d bytes, and %s; %s",
        bytes,
        own
            ? "the producer sends none above kafka.client.max.request.size (" + maxRequestSize + ")"
            : where + " takes none above its max.message.bytes",
        own
            ? "raise that setting, and with it max.message.bytes of the topic (message.max.bytes"
                + " of the broker), or make the event smaller"
            : "raise it (of all topics: message.max.bytes of the broker), or make the event"
                + " smaller");
  }

  private static String reason(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  @Override
  public void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
