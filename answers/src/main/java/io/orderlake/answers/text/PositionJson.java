package io.orderlake.answers.text;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.LinePosition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a record or a line comes from, for programs. */
public final class PositionJson {
  private PositionJson() {}

  /** {@code topic}, {@code partition} and {@code offset}, and the {@code line} of one. */
  public static Map<String, @Nullable Object> of(LinePosition position) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("topic", position.source().topic());
    json.put("partition", position.source().partition());
    json.put("offset", position.source().offset());
    if (position.line() != BronzeOrder.WHOLE_RECORD) {
      json.put("line", position.line());
    }
    return json;
  }
}
