package io.orderlake.domain.order;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order event as fields and values, before any rule has looked at it. Immutable. Upcasting
 * renames and adds fields; where a field was renamed, messages still use the name that the producer
 * wrote.
 */
public final class RecordedOrder implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, FieldValue> fields;
  private final Map<String, String> recordedNames;

  private RecordedOrder(Map<String, FieldValue> fields, Map<String, String> recordedNames) {
    this.fields = fields;
    this.recordedNames = recordedNames;
  }

  /**
   * The event with these fields, in the map's order; the map must keep an order and not be changed.
   */
  public static RecordedOrder of(Map<String, FieldValue> fields) {
    return new RecordedOrder(fields, Map.of());
  }

  /** The field's value, {@link FieldValue#NULL} for JSON null, or null when it is not there. */
  public @Nullable FieldValue get(String field) {
    return fields.get(field);
  }

  /** All fields in their order, unmodifiable. */
  public Map<String, FieldValue> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** The name under which the producer wrote the field. */
  public String recordedName(String field) {
    return recordedNames.getOrDefault(field, field);
  }

  /** This event with {@code field} set. */
  public RecordedOrder with(String field, FieldValue value) {
    LinkedHashMap<String, FieldValue> changed = new LinkedHashMap<>(fields);
    changed.put(field, value);
    return new RecordedOrder(changed, recordedNames);
  }

  /**
   * This event with {@code recorded} under the name {@code current}, and without {@code current}
   * when {@code recorded} is not there: messages go on naming {@code recorded}.
   */
  public RecordedOrder renamed(String recorded, String current) {
    LinkedHashMap<String, FieldValue> changed = new LinkedHashMap<>(fields);
    FieldValue value = changed.remove(recorded);
    if (value != null) {
      changed.put(current, value);
    } else {
      changed.remove(current);
    }
    Map<String, String> names = new LinkedHashMap<>(recordedNames);
    names.put(current, recorded);
    return new RecordedOrder(changed, names);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedOrder o
        && fields.equals(o.fields)
        && recordedNames.equals(o.recordedNames);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
