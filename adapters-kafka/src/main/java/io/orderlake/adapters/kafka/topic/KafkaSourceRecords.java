package io.orderlake.adapters.kafka.topic;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.SourceRecords;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a cluster's records with consumers that belong to no group and store no offsets. */
public final class KafkaSourceRecords implements SourceRecords {
  private static final long serialVersionUID = 1;

  /**
   * A task reads to an offset that exists, so a broker should not wait for more; it asks for its
   * one partition's next records when it has used up the last ones.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "isolation.level",
          KafkaConnection.READ_COMMITTED,
          "fetch.max.wait.ms",
          "20",
          "max.partition.fetch.bytes",
          Integer.toString(8 << 20),
          "max.poll.records",
          "5000");

  private static final Map<String, String> FIXED =
      Map.of(
          "key.deserializer", ByteArrayDeserializer.class.getName(),
          "value.deserializer", ByteArrayDeserializer.class.getName(),
          "enable.auto.commit", "false",
          "auto.offset.reset", "none",
          "allow.auto.create.topics", "false");

  /** May hold secrets. */
  private final HashMap<String, Object> client;

  /** The records of that cluster. */
  public KafkaSourceRecords(KafkaConnection connection) {
    client = new HashMap<>();
    connection
        .properties(DEFAULTS, FIXED)
        .forEach((name, value) -> client.put((String) name, value));
  }

  @Override
  public Reading open(ReadRange range) {
    return new KafkaReading(client, range);
  }

  @Override
  public void release() {
    Consumers.closeIdle(client);
  }
}
