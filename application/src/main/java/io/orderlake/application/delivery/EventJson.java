package io.orderlake.application.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.order.FieldValue;
import java.util.Map;
import java.util.StringJoiner;

/** Writes an order event as compact JSON. */
public final class EventJson {
  private EventJson() {}

  /** The fields as one JSON object, in their order. */
  public static String text(Map<String, FieldValue> fields) {
    StringJoiner json = new StringJoiner(",", "{", "}");
    fields.forEach(
        (name, value) -> json.add(new FieldValue.Text(name).json() + ":" + value.json()));
    return json.toString();
  }

  /** {@link #text} in UTF-8, as it is published. */
  public static byte[] bytes(Map<String, FieldValue> fields) {
    return text(fields).getBytes(UTF_8);
  }
}
