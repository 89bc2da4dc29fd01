package io.orderlake.adapters.console.gold;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Fields;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.adapters.console.page.Turning;
import io.orderlake.answers.text.FiguresText;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.application.gold.ShowGold.Order;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.text.TimeText;
import io.vavr.Tuple;
import io.vavr.collection.List;

/**
 * One Gold table: what to filter by, the total, the cells over time and in a list, files.
 *
 * @param page all cells that match
 * @param choice of the grid
 * @param skip how many cells of the list come before those that are shown
 * @param limit how many are shown
 */
record OneTable(
    PageRequest request, LakeVersion lake, GoldPage page, GridChoice choice, int skip, int limit) {
  /** How many cells a page of the list has, unless more are asked for. */
  static final int CELLS = 50;

  static final int MOST_CELLS = 500;

  private static final int ROWS = 20;
  private static final int TIMES = 48;

  Html html() {
    return Html.of(
        filter(),
        Tags.p(
            Html.text(Numbers.count(page.matching(), "cell") + ": "),
            Tags.strong(FiguresText.line(page.totals()))),
        Tags.section(
            choice.measure().column() + " by " + choice.by().column() + " and " + time().name(),
            choice.view(page, ROWS, TIMES).html()),
        Tags.section("Cells", cells(), turning().html()),
        files());
  }

  private GoldProjection table() {
    return page.projection();
  }

  private TimeColumn time() {
    return table().time();
  }

  private Element filter() {
    String example = time().kind() == TimeColumn.Kind.DATE ? "2026-11-01" : "2026-11-22 10:00";
    Element form =
        Fields.search(GoldFiguresPage.PATH, "Filter")
            .add(Tags.hidden(GoldQuestion.TABLE, table().table()))
            .add(request.value(PageRequest.AS_OF).map(text -> Tags.hidden(PageRequest.AS_OF, text)))
            .add(
                List.ofAll(table().textColumns())
                    .map(column -> Fields.text(column, column, request.value(column), "")))
            .add(
                Fields.text("from", GoldQuestion.FROM, request.value(GoldQuestion.FROM), example),
                Fields.text("before", GoldQuestion.TO, request.value(GoldQuestion.TO), example),
                Fields.choice(
                    "sort by",
                    GoldQuestion.SORT,
                    request.value(GoldQuestion.SORT).getOrElse("time"),
                    List.of(Order.values())
                        .map(GoldQuestion::word)
                        .map(word -> Tuple.of(word, word))),
                Fields.choice(
                    "show",
                    GridChoice.MEASURE,
                    choice.measure().column(),
                    GridChoice.measures(table())
                        .map(Measure::column)
                        .map(word -> Tuple.of(word, word))));
    return GridChoice.rows(table()).size() == 1
        ? form.add(Tags.submit("Show"))
        : form.add(
            Fields.choice(
                "rows by",
                GridChoice.BY,
                choice.by().column(),
                GridChoice.rows(table()).map(row -> Tuple.of(row.column(), row.column()))),
            Tags.submit("Show"));
  }

  private Html cells() {
    List<Measure> measures = List.ofAll(table().measures().all());
    HtmlTable cells =
        new HtmlTable(
            table().table() + " as of lake version " + lake.number(),
            List.ofAll(table().textColumns())
                .append(zoned())
                .map(HtmlTable::left)
                .appendAll(measures.map(Measure::column).map(HtmlTable::right)),
            page.cells().drop(skip).take(limit).map(cell -> row(measures, cell)).toList());
    return cells.html();
  }

  private String zoned() {
    return time().kind() == TimeColumn.Kind.INSTANT
        ? time().name() + " (" + table().zone() + ")"
        : time().name();
  }

  private List<Html> row(List<Measure> measures, GoldCell cell) {
    Link explanation = CellLinks.explanation(table(), cell.key(), lake);
    return List.ofAll(cell.key().texts())
        .map(Html::text)
        .append(Tags.link(explanation, new TimeText(table().zone()).start(cell.key().time())))
        .appendAll(measures.map(measure -> Html.text(FiguresText.of(measure, cell.figures()))));
  }

  private Turning turning() {
    return new Turning(
        request.link().with(PageRequest.AS_OF, lake.number()),
        GoldQuestion.SKIP,
        skip,
        limit,
        page.cells().size());
  }

  private Html files() {
    Link file =
        new Link(GoldFilePage.PATH, request.parameters())
            .without(GoldQuestion.SKIP)
            .without(GoldQuestion.LIMIT)
            .with(PageRequest.AS_OF, lake.number());
    return Tags.section(
        "To take away",
        Tags.list(
            List.of(GoldFilePage.Kind.values())
                .map(kind -> Tags.link(file.with(GoldFilePage.AS, kind.word()), kind.meaning()))));
  }
}
