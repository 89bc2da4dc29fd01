package io.orderlake.benchmarks.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.benchmarks.section.BenchFailure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a corpus as Orderlake's own producer does, but under the corpus's timestamps: the rules
 * compare event times with them, so the clock must not decide what is valid.
 */
final class CorpusPublisher {
  private static final Map<String, Object> PRODUCER =
      Map.of(
          "acks", "all",
          "enable.idempotence", "true",
          "compression.type", "lz4",
          "linger.ms", "5",
          "batch.size", "131072",
          "max.in.flight.requests.per.connection", "1");

  private CorpusPublisher() {}

  /**
   * Publishes all events and waits until they are acknowledged.
   *
   * @return the SHA-256 digest of all keys, values and timestamps in the order of sending
   */
  static String publish(Corpus corpus, String bootstrapServers, String topic) {
    Map<String, Object> properties = new HashMap<>(PRODUCER);
    properties.put("bootstrap.servers", bootstrapServers);
    AtomicReference<@Nullable Exception> problem = new AtomicReference<>();
    MessageDigest digest = sha256();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Iterator<Corpus.Sent> events = corpus.iterator(); events.hasNext(); ) {
        Corpus.Sent event = events.next();
        byte[] key = event.order().key().getBytes(UTF_8);
        long sentAt = event.sentAt().toEpochMilli();
        digest.update(key);
        digest.update(event.order().value());
        digest.update(Long.toString(sentAt).getBytes(UTF_8));
        var unusedAsTheCallbackTells =
            producer.send(
                new ProducerRecord<>(topic, null, sentAt, key, event.order().value()),
                (metadata, failure) -> {
                  if (failure != null) {
                    problem.compareAndSet(null, failure);
                  }
                });
      }
      producer.flush();
    }
    Exception failure = problem.get();
    if (failure != null) {
      throw new BenchFailure("publishing the corpus to " + bootstrapServers, failure);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
