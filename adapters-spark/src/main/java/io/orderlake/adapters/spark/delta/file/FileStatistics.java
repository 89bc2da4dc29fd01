package io.orderlake.adapters.spark.delta.file;

import io.orderlake.adapters.spark.delta.interop.Json;
import java.io.Serializable;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  private final List<Bounds> columns;
  private long records;

  FileStatistics(Column[] columns) {
    this.columns =
        Stream.of(columns)
            .map(column -> column.isText ? new TextBounds(column) : new LongBounds(column))
            .toList();
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
    for (Bounds column : columns) {
      column.add(row);
    }
  }

  long records() {
    return records;
  }

  String json() {
    return "{\"numRecords\":"
        + records
        + ",\"minValues\":"
        + object(Bounds::areKnown, Bounds::least)
        + ",\"maxValues\":"
        + object(Bounds::areKnown, Bounds::greatest)
        + ",\"nullCount\":"
        + object(
            bounds -> bounds.areKnown() || bounds.nulls == records,
            bounds -> Long.toString(bounds.nulls))
        + "}";
  }

  private String object(Predicate<Bounds> isKnown, Function<Bounds, String> value) {
    StringJoiner fields = new StringJoiner(",", "{", "}");
    for (Bounds bounds : columns) {
      if (records > 0 && isKnown.test(bounds)) {
        fields.add("\"" + bounds.column.name + "\":" + value.apply(bounds));
      }
    }
    return fields.toString();
  }

  /** The least and greatest value of one column, as JSON. */
  private abstract static class Bounds {
    final Column column;
    private long nulls;

    Bounds(Column column) {
      this.column = column;
    }

    void add(InternalRow row) {
      if (row.isNullAt(column.ordinal)) {
        nulls++;
      } else {
        addValue(row);
      }
    }

    abstract void addValue(InternalRow row);

    abstract boolean areKnown();

    abstract String least();

    abstract String greatest();
  }

  private static final class LongBounds extends Bounds {
    private boolean isThere;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;

    LongBounds(Column column) {
      super(column);
    }

    @Override
    void addValue(InternalRow row) {
      long value = row.getLong(column.ordinal);
      isThere = true;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }

    @Override
    boolean areKnown() {
      return isThere;
    }

    @Override
    String least() {
      return Long.toString(least);
    }

    @Override
    String greatest() {
      return Long.toString(greatest);
    }
  }

  private static final class TextBounds extends Bounds {
    private @Nullable UTF8String least;
    private @Nullable UTF8String greatest;
    private boolean tooLong;

    TextBounds(Column column) {
      super(column);
    }

    @Override
    void addValue(InternalRow row) {
      UTF8String value = row.getUTF8String(column.ordinal);
      if (value.numBytes() > LONGEST) {
        tooLong = true;
        return;
      }
      if (least == null || value.compareTo(least) < 0) {
        least = value.copy();
      }
      if (greatest == null || value.compareTo(greatest) > 0) {
        greatest = value.copy();
      }
    }

    @Override
    boolean areKnown() {
      return !tooLong && least != null;
    }

    @Override
    String least() {
      return Json.write(String.valueOf(least));
    }

    @Override
    String greatest() {
      return Json.write(String.valueOf(greatest));
    }
  }
}
