package io.orderlake.domain.order;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order event as fields and values, before any rule has looked at it. Immutable. Upcasting
 * renames and adds fields; where a field was renamed, messages still use the name that the producer
 * wrote.
 *
 * <p>Names and values lie side by side in two arrays, since an event has about ten fields and is
 * looked at once: walking them costs less than a map does.
 */
public final class RecordedOrder implements Serializable {
  private static final long serialVersionUID = 4;

  private final String[] names;
  private final FieldValue[] values;
  private final int size;
  private final Map<String, String> recordedNames;
  private final Set<String> outsideContract;
  private final Places places;

  private RecordedOrder(
      String[] names,
      FieldValue[] values,
      int size,
      Map<String, String> recordedNames,
      Set<String> outsideContract,
      Places places) {
    this.names = names;
    this.values = values;
    this.size = size;
    this.recordedNames = recordedNames;
    this.outsideContract = outsideContract;
    this.places = places;
  }

  /** Where in a record the fields were found, for messages. */
  public interface Places extends Serializable {
    /** Of an event that is a record by itself: each field lies under its own name. */
    Places OWN_NAMES = OwnNames.ALL;

    /** The place of a field, as a message names it. */
    String of(String field);
  }

  private enum OwnNames implements Places {
    ALL;

    @Override
    public String of(String field) {
      return field;
    }
  }

  /** The event with these fields, in the map's order. */
  public static RecordedOrder of(Map<String, FieldValue> fields) {
    return of(
        fields.keySet().toArray(String[]::new),
        fields.values().toArray(FieldValue[]::new),
        fields.size());
  }

  /**
   * The event with the first {@code size} of these fields.
   *
   * @param names no name twice; not copied and not to be changed
   * @param values of the names at the same places; likewise
   */
  public static RecordedOrder of(String[] names, FieldValue[] values, int size) {
    return of(names, values, size, Places.OWN_NAMES);
  }

  /**
   * The event with the first {@code size} of these fields, taken from a record of another shape.
   *
   * @param names no name twice; not copied and not to be changed
   * @param values of the names at the same places; likewise
   * @param places where they were found
   */
  public static RecordedOrder of(String[] names, FieldValue[] values, int size, Places places) {
    return new RecordedOrder(names, values, size, Map.of(), Set.of(), places);
  }

  /**
   * The field's value, {@link FieldValue#NULL} for JSON null, or null when it is not there or
   * {@link #outsideContract}.
   */
  public @Nullable FieldValue get(String field) {
    int at = indexOf(field);
    return at < 0 || outsideContract.contains(field) ? null : values[at];
  }

  /**
   * Names that the contract knows are mostly the contract's own strings. Else a string keeps its
   * hash, so that a name that is another is passed over without a look at it.
   */
  @SuppressWarnings("ReferenceEquality") // the same string is the name
  private int indexOf(String field) {
    for (int i = 0; i < size; i++) {
      if (names[i] == field) {
        return i;
      }
    }
    int hash = field.hashCode();
    for (int i = 0; i < size; i++) {
      if (names[i].hashCode() == hash && names[i].equals(field)) {
        return i;
      }
    }
    return -1;
  }

  /** All fields in their order, unmodifiable. */
  public Map<String, FieldValue> fields() {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      fields.put(names[i], values[i]);
    }
    return Collections.unmodifiableMap(fields);
  }

  /** The fields that the contract does not know, as one JSON object; empty when there are none. */
  public String unknownFields() {
    StringBuilder json = null;
    for (int i = 0; i < size; i++) {
      if (!OrderFields.isKnown(names[i]) || outsideContract.contains(names[i])) {
        json = json == null ? new StringBuilder("{") : json.append(',');
        json.append(JsonText.quote(names[i])).append(':').append(values[i].json());
      }
    }
    return json == null ? "" : json.append('}').toString();
  }

  /** The name, or the place in a record, under which the producer wrote the field. */
  public String recordedName(String field) {
    String renamed = recordedNames.get(field);
    return renamed == null ? places.of(field) : renamed;
  }

  /** This event with {@code field} set. */
  public RecordedOrder with(String field, FieldValue value) {
    int found = indexOf(field);
    int at = found < 0 ? size : found;
    int grown = Math.max(size, at + 1);
    String[] names = Arrays.copyOf(this.names, grown);
    FieldValue[] values = Arrays.copyOf(this.values, grown);
    names[at] = field;
    values[at] = value;
    return new RecordedOrder(names, values, grown, recordedNames, outsideContract, places);
  }

  private RecordedOrder without(String field) {
    int at = indexOf(field);
    if (at < 0) {
      return this;
    }
    String[] names = Arrays.copyOf(this.names, size);
    FieldValue[] values = Arrays.copyOf(this.values, size);
    System.arraycopy(names, at + 1, names, at, size - at - 1);
    System.arraycopy(values, at + 1, values, at, size - at - 1);
    return new RecordedOrder(names, values, size - 1, recordedNames, outsideContract, places);
  }

  /**
   * This event with {@code recorded} under the name {@code current}, and without {@code current}
   * when {@code recorded} is not there: messages go on naming {@code recorded}.
   */
  public RecordedOrder renamed(String recorded, String current) {
    FieldValue value = get(recorded);
    RecordedOrder changed =
        value == null ? without(current) : without(recorded).with(current, value);
    Map<String, String> recordedNames = new LinkedHashMap<>(this.recordedNames);
    recordedNames.put(current, recorded);
    return new RecordedOrder(
        changed.names, changed.values, changed.size, recordedNames, outsideContract, places);
  }

  /**
   * This event with that field, if it is there, as an unknown one in its place: the version it was
   * recorded under gave the name no meaning.
   */
  RecordedOrder outsideContract(String field) {
    if (indexOf(field) < 0) {
      return this;
    }
    Set<String> outside = new HashSet<>(outsideContract);
    outside.add(field);
    return new RecordedOrder(names, values, size, recordedNames, outside, places);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedOrder o
        && fields().equals(o.fields())
        && recordedNames.equals(o.recordedNames)
        && outsideContract.equals(o.outsideContract)
        && places.equals(o.places);
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  @Override
  public String toString() {
    return fields().toString();
  }
}
