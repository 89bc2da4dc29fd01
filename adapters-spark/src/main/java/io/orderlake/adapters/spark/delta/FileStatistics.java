package io.orderlake.adapters.spark.delta;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Counts a file's rows and notes the least and greatest value of a few columns, in the form of
 * Delta's {@code stats}. A column with a value too long to store exactly gets no bounds.
 */
final class FileStatistics {
  private static final int LONGEST = 64;

  private final Column[] columns;
  private final @Nullable Object[] least;
  private final @Nullable Object[] greatest;
  private final boolean[] unbounded;
  private long records;

  FileStatistics(Column[] columns) {
    this.columns = columns;
    this.least = new Object[columns.length];
    this.greatest = new Object[columns.length];
    this.unbounded = new boolean[columns.length];
  }

  /**
   * A column to note.
   *
   * @param name its name
   * @param ordinal its place in the row
   * @param isText a string, else a long
   */
  record Column(String name, int ordinal, boolean isText) implements Serializable {
    static Column[] of(StructType schema, List<String> names) {
      return names.stream()
          .map(
              name ->
                  new Column(
                      name,
                      schema.fieldIndex(name),
                      schema.apply(name).dataType().equals(DataTypes.StringType)))
          .toArray(Column[]::new);
    }
  }

  void add(InternalRow row) {
    records++;
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].isText) {
        addText(i, row.getUTF8String(columns[i].ordinal));
      } else {
        addLong(i, row.getLong(columns[i].ordinal));
      }
    }
  }

  private void addLong(int i, long value) {
    Long low = (Long) least[i];
    Long high = (Long) greatest[i];
    least[i] = low == null ? value : Math.min(low, value);
    greatest[i] = high == null ? value : Math.max(high, value);
  }

  private void addText(int i, UTF8String value) {
    if (value.numBytes() > LONGEST) {
      unbounded[i] = true;
      return;
    }
    UTF8String low = (UTF8String) least[i];
    UTF8String high = (UTF8String) greatest[i];
    if (low == null || value.compareTo(low) < 0) {
      least[i] = value.copy();
    }
    if (high == null || value.compareTo(high) > 0) {
      greatest[i] = value.copy();
    }
  }

  long records() {
    return records;
  }

  String json() {
    return "{\"numRecords\":"
        + records
        + ",\"minValues\":"
        + object(i -> value(least[i]))
        + ",\"maxValues\":"
        + object(i -> value(greatest[i]))
        + ",\"nullCount\":"
        + object(i -> "0")
        + "}";
  }

  private String object(Function<Integer, String> value) {
    StringJoiner fields = new StringJoiner(",", "{", "}");
    for (int i = 0; i < columns.length; i++) {
      if (!unbounded[i] && least[i] != null) {
        fields.add("\"" + columns[i].name + "\":" + value.apply(i));
      }
    }
    return fields.toString();
  }

  private static String value(@Nullable Object value) {
    return value instanceof UTF8String text ? Json.quote(text.toString()) : String.valueOf(value);
  }

  @Override
  public String toString() {
    return Arrays.toString(columns) + " over " + records + " rows";
  }
}
