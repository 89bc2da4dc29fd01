package io.orderlake.adapters.console.gold;

import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.application.gold.GoldGrid;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measure;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Which rows a grid has, and what is shown in it.
 *
 * @param by the text column whose values are the rows
 * @param currency asked for; none for the lake's own
 */
record GridChoice(Dimension by, Measure measure, Option<String> currency) {
  static final String BY = "by";
  static final String MEASURE = "measure";

  /** The one that is shown unasked. */
  static GridChoice first(GoldProjection table) {
    return new GridChoice(rows(table).head(), Measure.REVENUE, Option.none());
  }

  /** The one that is asked for, or the sentence that says which there are. */
  static Either<String, GridChoice> of(PageRequest request, GoldProjection table) {
    Option<String> by = request.value(BY);
    Option<String> measure = request.value(MEASURE);
    return rows(table)
        .find(row -> by.forAll(column -> row.column().equals(column)))
        .toEither(() -> table.table() + " has no rows by " + by.get())
        .flatMap(
            row ->
                measures(table)
                    .find(each -> measure.forAll(column -> each.column().equals(column)))
                    .toEither(() -> table.table() + " shows no measure " + measure.get())
                    .map(
                        each ->
                            new GridChoice(row, each, request.value(Dimension.CURRENCY.column()))));
  }

  /** A table that is cut by the currency alone has rows of that. */
  static Seq<Dimension> rows(GoldProjection table) {
    Seq<Dimension> rows = GoldGrid.rowsOf(table);
    return rows.isEmpty() ? List.of(Dimension.CURRENCY) : rows;
  }

  /** Those that can be added up where the grid adds cells up. */
  static Seq<Measure> measures(GoldProjection table) {
    return List.ofAll(table.measures().all())
        .filter(measure -> !measure.isDistinct() || rows(table).size() == 1);
  }

  GridView view(GoldPage page, int rows, int times) {
    GoldProjection table = page.projection();
    GoldGrid grid = GoldGrid.of(table, page.cells(), new GoldGrid.Shape(by, currency, rows, times));
    return new GridView(
        table,
        grid,
        measure,
        (text, time) -> CellLinks.inGrid(table, by, grid.currency(), text, time, page.lake()));
  }
}
