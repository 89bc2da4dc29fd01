package io.orderlake.domain.source;

import io.orderlake.domain.notation.CellText;
import io.orderlake.domain.order.ContentHash;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small table that says what a value means, e.g. a product's name by its stock number.
 *
 * @param name the file's name, for messages
 * @param values by what records hold, without white space at its ends
 */
public record ValueTable(String name, Map<String, String> values) implements Serializable {
  /** Larger ones are no small tables: every task has a copy. */
  public static final int MOST = 100_000;

  public ValueTable {
    values = Map.copyOf(values);
  }

  @Nullable String get(String value) {
    return values.get(CellText.clean(value));
  }

  /** Tells its content from any other; the name does not count. */
  String fingerprint() {
    return ContentHash.of(
            new TreeMap<>(values)
                .entrySet().stream()
                    .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                    .toArray(String[]::new))
        .toString();
  }

  @Override
  public String toString() {
    return name + " (" + values.size() + " values)";
  }
}
