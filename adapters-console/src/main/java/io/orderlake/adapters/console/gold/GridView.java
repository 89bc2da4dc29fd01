package io.orderlake.adapters.console.gold;

import io.orderlake.adapters.console.chart.HeatMap;
import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.answers.text.FiguresText;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.gold.GoldGrid;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.text.TimeText;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.function.BiFunction;

/**
 * A grid as a heat map, and as the table that says the same.
 *
 * @param table which Gold table
 * @param grid its cells
 * @param measure what is shown of them
 * @param to where a cell leads, by text and time
 */
record GridView(
    GoldProjection table,
    GoldGrid grid,
    Measure measure,
    BiFunction<String, Comparable<?>, Link> to) {

  Html html() {
    if (grid.rows().isEmpty()) {
      return Tags.p("There is no such cell.");
    }
    return Html.of(
        Tags.div(map().html())
            .classed("scroll")
            .with("role", "region")
            .with("aria-label", "Heat map of " + table.table())
            .with("tabindex", "0"),
        Tags.p(said()).classed("quiet"),
        Element.of("details", Element.of("summary", "The same as a table"), asTable()));
  }

  private TimeText times() {
    return new TimeText(table.zone());
  }

  private HeatMap map() {
    return new HeatMap(
        grid.times().map(time -> head(times().start(time))),
        grid.rows()
            .map(
                row ->
                    new HeatMap.Row(
                        row.text(),
                        grid.times()
                            .map(time -> row.cells().get(time).map(of -> cell(row, time, of))))));
  }

  private HeatMap.Cell cell(GoldGrid.Row row, Comparable<?> time, Figures figures) {
    return new HeatMap.Cell(
        value(figures),
        "%s, %s: %s %s"
            .formatted(
                row.text(),
                times().start(time),
                measure.column(),
                FiguresText.of(measure, figures)),
        to.apply(row.text(), time));
  }

  private BigDecimal value(Figures figures) {
    return switch (measure.kind()) {
      case MONEY -> figures.amount(measure).value();
      case WHOLE -> BigDecimal.valueOf(figures.number(measure));
    };
  }

  /** Of a day its date, of an hour its time: the full text stands in the table. */
  private static String head(String start) {
    int time = start.indexOf(' ');
    return time < 0 ? start : start.substring("2026-".length());
  }

  private String said() {
    return "%s in %s%s, by %s and %s%s%s"
        .formatted(
            measure.column(),
            grid.currency(),
            grid.currencies().size() > 1
                ? " (there is more in "
                    + grid.currencies().remove(grid.currency()).mkString(", ")
                    + ": filter by currency)"
                : "",
            grid.by().column(),
            table.time().name(),
            grid.moreRows() > 0
                ? "; " + Numbers.count(grid.moreRows()) + " more rows with less revenue"
                : "",
            grid.earlier() > 0
                ? "; %s earlier %ss".formatted(Numbers.count(grid.earlier()), table.time().name())
                : "");
  }

  private Element asTable() {
    HtmlTable shown =
        new HtmlTable(
            "%s of %s in %s".formatted(measure.column(), table.table(), grid.currency()),
            List.of(HtmlTable.left(grid.by().column()))
                .appendAll(grid.times().map(time -> HtmlTable.right(times().start(time)))),
            List.empty());
    for (GoldGrid.Row row : grid.rows()) {
      List<Html> cells =
          List.of(Html.text(row.text()))
              .appendAll(grid.times().map(time -> shown(row, time, row.cells().get(time))));
      shown = shown.row(cells.toJavaArray(Html[]::new));
    }
    return shown.html();
  }

  private Html shown(GoldGrid.Row row, Comparable<?> time, Option<Figures> figures) {
    return figures
        .<Html>map(of -> Tags.link(to.apply(row.text(), time), FiguresText.of(measure, of)))
        .getOrElse(Html.of());
  }
}
