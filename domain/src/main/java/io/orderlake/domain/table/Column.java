package io.orderlake.domain.table;

/**
 * One column of a table.
 *
 * @param name in lower case, with underscores
 * @param type what its values are
 * @param mayBeNull whether a row may be without a value
 * @param since the first layout of the table that has it, from 1; one that came later may be null
 * @param meaning what a value says, with its unit
 */
public record Column(String name, ColumnType type, boolean mayBeNull, int since, String meaning) {
  public Column {
    if (since < 1 || (since > 1 && !mayBeNull)) {
      throw new IllegalArgumentException(
          "column %s cannot come with layout %s: rows of before have no value"
              .formatted(name, since));
    }
  }

  /** A column of the first layout that every row has. */
  static Column of(String name, ColumnType type, String meaning) {
    return new Column(name, type, false, 1, meaning);
  }

  /** A column of the first layout that may be null. */
  static Column orNull(String name, ColumnType type, String meaning) {
    return new Column(name, type, true, 1, meaning);
  }

  /** A column that a later layout has added. */
  static Column later(int since, String name, ColumnType type, String meaning) {
    return new Column(name, type, true, since, meaning);
  }
}
