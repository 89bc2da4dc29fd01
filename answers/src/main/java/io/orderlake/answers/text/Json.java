package io.orderlake.answers.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What programs read: JSON of plain maps, lists, texts, numbers and what the protocol writes;
 * decimals as plain text.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Json() {}

  /** On several lines. */
  public static Document text(Map<String, ?> value) {
    return Document.json(write(MAPPER, value));
  }

  /** As above, of what the protocol has words for. */
  public static Document text(ObjectNode value) {
    return Document.json(write(MAPPER, value));
  }

  private static final ObjectMapper COMPACT = JsonMapper.builder().build();

  /** On one line. */
  public static String line(Map<String, ?> value) {
    return oneLine(value);
  }

  /** As above, of a list. */
  public static String line(List<?> values) {
    return oneLine(values);
  }

  private static String oneLine(Object value) {
    return Document.json(write(COMPACT, value)).lines().mkString();
  }

  private static String write(ObjectMapper mapper, Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain maps can always be written", e);
    }
  }
}
