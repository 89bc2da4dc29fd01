package io.orderlake.bootstrap.terminal;

import io.vavr.collection.List;

/**
 * A table set in plain text: columns as wide as their widest cell, numbers to the right.
 *
 * @param columns left to right
 * @param rows top to bottom, each with a cell for every column
 */
public record TextTable(List<Column> columns, List<List<String>> rows) {

  /**
   * A column.
   *
   * @param title its head
   * @param right true for numbers
   */
  public record Column(String title, boolean right) {}

  public static Column left(String title) {
    return new Column(title, false);
  }

  public static Column right(String title) {
    return new Column(title, true);
  }

  public static TextTable of(Column... columns) {
    return new TextTable(List.of(columns), List.empty());
  }

  public TextTable row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + columns.size() + " columns");
    }
    return new TextTable(columns, rows.append(List.of(cells)));
  }

  /** The table's lines: heads, a rule, rows. */
  public List<String> lines() {
    List<Integer> widths =
        columns.zipWithIndex(
            (column, i) ->
                rows.map(row -> width(row.get(i)))
                    .append(width(column.title()))
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
    String space = " ".repeat(width - width(cell));
    return right ? space + cell : cell + space;
  }

  /** In columns of a terminal, where Chinese, Japanese and Korean letters are two wide. */
  private static int width(String cell) {
    return cell.codePoints().map(TextTable::width).sum();
  }

  private static int width(int letter) {
    if (Character.getType(letter) == Character.NON_SPACING_MARK) {
      return 0;
    }
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
      default -> 1;
    };
  }
}
