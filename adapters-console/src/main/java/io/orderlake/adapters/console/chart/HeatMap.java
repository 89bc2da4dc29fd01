package io.orderlake.adapters.console.chart;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Link;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Values by row and column, the greater the darker; those below 0 in a colour of their own.
 *
 * @param columns what stands above them; of many every few are written
 * @param rows from above
 */
public record HeatMap(Seq<String> columns, Seq<Row> rows) {
  private static final int LABEL = 150;
  private static final int HEAD = 20;
  private static final int SIDE = 22;
  private static final int GAP = 2;
  private static final int LETTERS = 20;

  /** A column's head needs the room of so many columns. */
  private static final int COLUMNS_PER_HEAD = 5;

  private static final BigDecimal FAINTEST = new BigDecimal("0.12");

  /**
   * A row.
   *
   * @param cells as many as there are columns
   */
  public record Row(String name, Seq<Option<Cell>> cells) {}

  /**
   * A cell.
   *
   * @param title shown while the pointer is on it
   * @param to where a click leads
   */
  public record Cell(BigDecimal value, String title, Link to) {}

  /** The drawing. */
  public Element html() {
    BigDecimal greatest =
        rows.flatMap(Row::cells)
            .flatMap(cell -> cell)
            .map(cell -> cell.value().abs())
            .fold(BigDecimal.ZERO, BigDecimal::max);
    return Drawing.sized(LABEL + columns.size() * SIDE, HEAD + rows.size() * SIDE)
        .add(
            columns
                .zipWithIndex()
                .filter(column -> column._2 % COLUMNS_PER_HEAD == 0)
                .map(column -> Drawing.startingAt(x(column._2), HEAD - 6, column._1)))
        .add(rows.zipWithIndex().flatMap(row -> row(row._1, HEAD + row._2 * SIDE, greatest)));
  }

  private static int x(int column) {
    return LABEL + column * SIDE;
  }

  private static Seq<Element> row(Row row, int y, BigDecimal greatest) {
    return row.cells()
        .zipWithIndex()
        .flatMap(cell -> cell._1.map(there -> cell(there, x(cell._2), y, greatest)))
        .prepend(Drawing.endingAt(LABEL - 8, y + SIDE - 7, shortened(row.name())));
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LETTERS
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LETTERS - 1)) + "…";
  }

  private static Element cell(Cell cell, int x, int y, BigDecimal greatest) {
    Element shape =
        Drawing.rectangle(x, y, SIDE - GAP, SIDE - GAP)
            .classed(cell.value().signum() < 0 ? "heat below" : "heat")
            .with("fill-opacity", opacity(cell.value(), greatest).toPlainString());
    return Drawing.linked(Drawing.titled(shape, cell.title()), cell.to());
  }

  private static BigDecimal opacity(BigDecimal value, BigDecimal greatest) {
    BigDecimal share =
        greatest.signum() == 0
            ? BigDecimal.ZERO
            : value.abs().divide(greatest, 2, RoundingMode.HALF_UP);
    return FAINTEST
        .add(share.multiply(BigDecimal.ONE.subtract(FAINTEST)))
        .setScale(2, RoundingMode.HALF_UP);
  }
}
