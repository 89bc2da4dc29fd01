package io.orderlake.adapters.spark.delta.interop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;

/** The JSON that commits carry. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
    }
  }

  /** What a commit carries, read back. */
  public static JsonNode read(String json, String where) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw LakeFailure.because(FailureCause.DAMAGED, where + " holds damaged JSON: " + json, e);
    }
  }
}
