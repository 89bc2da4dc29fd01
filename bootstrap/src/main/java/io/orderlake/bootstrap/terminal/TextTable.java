package io.orderlake.bootstrap.terminal;

import io.orderlake.domain.text.SafeText;
import io.vavr.collection.List;

/**
 * A table set in plain text: columns as wide as their widest cell, numbers to the right.
 *
 * <p>A cell may hold any text: what could steer a terminal is a dot, what is very wide is cut.
 *
 * @param columns left to right
 * @param rows top to bottom, each with a cell for every column
 */
public record TextTable(List<Column> columns, List<List<String>> rows) {
  private static final int WIDEST = 80;

  /**
   * A column.
   *
   * @param title its head
   * @param right true for numbers
   * @param whole true when its cells are never cut
   */
  public record Column(String title, boolean right, boolean whole) {
    /** Whose texts are cut where they are very wide. */
    public Column(String title, boolean right) {
      this(title, right, right);
    }
  }

  public static Column left(String title) {
    return new Column(title, false);
  }

  public static Column right(String title) {
    return new Column(title, true);
  }

  /** Of paths and the like, which are of no use when they are cut. */
  public static Column whole(String title) {
    return new Column(title, false, true);
  }

  public static TextTable of(Column... columns) {
    return new TextTable(List.of(columns), List.empty());
  }

  public TextTable row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + columns.size() + " columns");
    }
    return new TextTable(columns, rows.append(columns.zipWith(List.of(cells), TextTable::fitting)));
  }

  /** What does not fit is cut, unless the whole is wanted. */
  private static String fitting(Column column, String cell) {
    String shown = SafeText.line(cell);
    return column.whole() ? shown : Columns.cut(shown, WIDEST);
  }

  /** The table's lines: heads, a rule, rows. */
  public List<String> lines() {
    List<Integer> widths =
        columns.zipWithIndex(
            (column, i) ->
                rows.map(row -> Columns.width(row.get(i)))
                    .append(Columns.width(column.title()))
                    .max()
                    .getOrElse(0));
    List<String> heads = columns.map(Column::title);
    return rows.map(row -> line(row, widths))
        .prepend(widths.map("─"::repeat).mkString("  "))
        .prepend(line(heads, widths));
  }

  private String line(List<String> cells, List<Integer> widths) {
    return cells
        .zip(widths)
        .zipWith(columns, (cell, column) -> padded(cell._1, cell._2, column.right()))
        .mkString("  ")
        .stripTrailing();
  }

  private static String padded(String cell, int width, boolean right) {
    String space = " ".repeat(width - Columns.width(cell));
    return right ? space + cell : cell + space;
  }
}
