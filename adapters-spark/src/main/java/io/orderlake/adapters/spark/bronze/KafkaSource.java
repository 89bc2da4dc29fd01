package io.orderlake.adapters.spark.bronze;

import java.util.Map;

/**
 * Where Bronze's records come from.
 *
 * @param bootstrapServers host:port, comma separated
 * @param topic one topic
 * @param properties further client properties, e.g. security settings; may hold secrets
 */
public record KafkaSource(String bootstrapServers, String topic, Map<String, String> properties) {
  /** Without the properties, which may hold secrets. */
  @Override
  public String toString() {
    return "topic '" + topic + "' at " + bootstrapServers;
  }
}
