package io.orderlake.adapters.spark.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.connector.read.streaming.Offset;

/** The next offset of each partition, in the form that Spark's log of one query takes. */
final class TopicOffset extends Offset {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TreeMap<Integer, Long> next;

  TopicOffset(Map<Integer, Long> next) {
    this.next = new TreeMap<>(next);
  }

  static TopicOffset parse(String json) {
    try {
      return new TopicOffset(JSON.readValue(json, new TypeReference<TreeMap<Integer, Long>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no offsets: " + json, e);
    }
  }

  Map<Integer, Long> next() {
    return next;
  }

  @Override
  public String json() {
    try {
      return JSON.writeValueAsString(next);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("offsets that cannot be written", e);
    }
  }
}
