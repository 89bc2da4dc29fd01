package io.orderlake.domain.table;

import java.util.List;
import java.util.stream.Collectors;

/** What the values of a column are. Each engine has its own types, made by {@link Cases}. */
public sealed interface ColumnType {

  /** Types that need nothing more to be said. */
  enum Plain implements ColumnType {
    TEXT,
    /** A whole number of 32 bits. */
    INTEGER,
    /** A whole number of 64 bits. */
    LONG,
    /** A point in time, UTC, to the microsecond. */
    INSTANT,
    /** A day of the calendar. */
    DATE,
    BYTES;

    @Override
    public <R> R as(Cases<R> cases) {
      return cases.plain(this);
    }
  }

  /**
   * An exact decimal number.
   *
   * @param precision how many digits at most
   * @param scale how many of them stand behind the point
   */
  record Decimal(int precision, int scale) implements ColumnType {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.decimal(precision, scale);
    }
  }

  /** A list, in an order that counts. */
  record ListOf(ColumnType element) implements ColumnType {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.list(element);
    }
  }

  /** Several values under names. */
  record Struct(List<Column> fields) implements ColumnType {
    public Struct {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R as(Cases<R> cases) {
      return cases.struct(fields);
    }
  }

  /** What is made of each kind of type. */
  interface Cases<R> {
    R plain(Plain type);

    R decimal(int precision, int scale);

    R list(ColumnType element);

    R struct(List<Column> fields);
  }

  <R> R as(Cases<R> cases);

  /** The type as people write it, e.g. {@code decimal(18,4)} or {@code list<text>}. */
  default String written() {
    return as(
        new Cases<>() {
          @Override
          public String plain(Plain type) {
            return switch (type) {
              case TEXT -> "text";
              case INTEGER -> "integer";
              case LONG -> "long";
              case INSTANT -> "instant";
              case DATE -> "date";
              case BYTES -> "bytes";
            };
          }

          @Override
          public String decimal(int precision, int scale) {
            return "decimal(%s,%s)".formatted(precision, scale);
          }

          @Override
          public String list(ColumnType element) {
            return "list<" + element.written() + ">";
          }

          @Override
          public String struct(List<Column> fields) {
            return fields.stream()
                .map(field -> field.name() + " " + field.type().written())
                .collect(Collectors.joining(", ", "struct<", ">"));
          }
        });
  }
}
