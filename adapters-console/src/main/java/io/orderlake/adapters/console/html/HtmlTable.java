package io.orderlake.adapters.console.html;

import io.vavr.collection.List;

/**
 * A table that a screen reader can walk through, and that is scrolled sideways where it is too
 * wide. Immutable.
 *
 * @param caption what it shows
 * @param columns its head
 * @param rows below it, each with as many cells
 */
public record HtmlTable(String caption, List<Column> columns, List<List<Html>> rows) {
  /**
   * A column.
   *
   * @param isNumber its cells stand to the right
   */
  public record Column(String name, boolean isNumber) {}

  /** A column of texts. */
  public static Column left(String name) {
    return new Column(name, false);
  }

  /** A column of numbers. */
  public static Column right(String name) {
    return new Column(name, true);
  }

  /** A table without rows. */
  public static HtmlTable of(String caption, Column... columns) {
    return new HtmlTable(caption, List.of(columns), List.empty());
  }

  /** The same with a row more. */
  public HtmlTable row(Html... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of '" + caption + "' has " + columns.size() + " cells, not " + cells.length);
    }
    return new HtmlTable(caption, columns, rows.append(List.of(cells)));
  }

  /** The same with a row of texts more. */
  public HtmlTable row(String... cells) {
    return row(List.of(cells).map(Html::text).toJavaArray(Html[]::new));
  }

  /** As an element. */
  public Element html() {
    Element head =
        Element.of(
            "thead",
            Element.of("tr")
                .add(
                    columns.map(
                        column ->
                            classed(
                                column, Element.of("th", column.name()).with("scope", "col")))));
    Element body =
        Element.of("tbody")
            .add(
                rows.map(
                    row ->
                        Element.of("tr")
                            .add(
                                columns.zipWith(
                                    row,
                                    (column, cell) -> classed(column, Element.of("td", cell))))));
    return Tags.div(Element.of("table", Element.of("caption", caption), head, body))
        .classed("scroll")
        .with("role", "region")
        .with("aria-label", caption)
        .with("tabindex", "0");
  }

  private static Element classed(Column column, Element cell) {
    return column.isNumber() ? cell.classed("number") : cell;
  }
}
