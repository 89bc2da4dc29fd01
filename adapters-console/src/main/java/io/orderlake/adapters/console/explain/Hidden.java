package io.orderlake.adapters.console.explain;

import io.orderlake.domain.order.OptionalField;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents about records without what the records hold, for consoles that hide it. */
public final class Hidden {
  private static final String SAID_INSTEAD = "(hidden)";

  /** What quotes a record, by its name in documents. */
  private static final Set<String> VALUES =
      HashSet.of(
              "key",
              "key_hex",
              "value",
              "value_hex",
              "headers",
              "sentence",
              "order_id",
              "product",
              "city",
              "quantity",
              "unit_price",
              "total_amount",
              "converted_amount",
              "currency",
              "event_time",
              "unknown_fields")
          .addAll(OptionalField.ALL.stream().map(OptionalField::field).toList());

  private Hidden() {}

  /** The document; the records in its list of that name say where they lie and why, no more. */
  public static Map<String, @Nullable Object> values(
      Map<String, ? extends @Nullable Object> document, String records) {
    Map<String, @Nullable Object> hidden = new LinkedHashMap<>(document);
    hidden.computeIfPresent(records, (name, list) -> of(list));
    return hidden;
  }

  private static @Nullable Object of(@Nullable Object part) {
    if (part instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> hidden = new LinkedHashMap<>();
      map.forEach(
          (name, value) ->
              hidden.put(
                  String.valueOf(name),
                  value != null && VALUES.contains(String.valueOf(name))
                      ? SAID_INSTEAD
                      : of(value)));
      return hidden;
    }
    return part instanceof List<?> list ? list.stream().map(Hidden::of).toList() : part;
  }
}
