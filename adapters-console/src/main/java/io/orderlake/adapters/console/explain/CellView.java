package io.orderlake.adapters.console.explain;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.text.FiguresText;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.explain.ExplainedCell;
import io.orderlake.application.explain.ExplainedRecord;
import io.orderlake.application.explain.Fate;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.text.TimeText;

/**
 * A cell, whether it is what its rows add up to, and the rows.
 *
 * @param records shows each row's record
 * @param limit the parameter that says how many rows are shown
 */
record CellView(ExplainedCell explained, RecordView records, PageRequest request, String limit) {
  Html html() {
    GoldProjection table = explained.projection();
    TimeText times = new TimeText(table.zone());
    return Tags.section(
        "%s: %s, %s"
            .formatted(
                table.table(),
                explained.cell().key().title(),
                times.start(explained.cell().key().time())),
        Tags.p(Tags.strong(FiguresText.line(explained.cell().figures()))),
        sum(),
        rows(times),
        more());
  }

  private Html sum() {
    String rows = Numbers.count(explained.count(), "row") + " of Silver ";
    return explained.adds()
        ? Tags.p(Tags.strong("✓ ").classed("good"), Html.text(rows + "add up to it"))
        : Tags.p(
            Tags.strong("✗ ").classed("bad"),
            Html.text(
                rows
                    + "add up to "
                    + FiguresText.line(explained.rows())
                    + ": something stored is damaged; `orderlake audit` says how much"));
  }

  private Html rows(TimeText times) {
    boolean shows = records.showsValues();
    HtmlTable table =
        HtmlTable.of(
            "Its rows, in Bronze's order",
            HtmlTable.left("record"),
            HtmlTable.left("event"),
            HtmlTable.left("event time"),
            HtmlTable.left("product"),
            HtmlTable.left("city"),
            HtmlTable.right("quantity"),
            HtmlTable.right("unit price"),
            HtmlTable.right("total"),
            HtmlTable.left("currency"));
    for (ExplainedRecord record : explained.shown()) {
      if (record.fate() instanceof Fate.Refined refined) {
        RefinedOrder row = refined.row();
        table =
            table.row(
                address(record),
                Html.text(row.eventId()),
                value(shows, times.moment(row.eventTime())),
                value(shows, row.product()),
                value(shows, row.city()),
                value(shows, Numbers.count(row.quantity())),
                value(shows, Numbers.money(row.unitPrice().value())),
                value(shows, Numbers.money(row.total().value())),
                value(shows, row.currency()));
      }
    }
    return table.html();
  }

  private static Html value(boolean shows, String text) {
    return Html.text(shows ? text : "not shown");
  }

  private Element address(ExplainedRecord record) {
    Link link =
        Link.to(ExplainPage.PATH)
            .with(ExplainPage.RECORD, record.position().toString())
            .with(PageRequest.AS_OF, explained.lake().number());
    return Tags.link(link, record.position().toString());
  }

  private Html more() {
    long left = explained.count() - explained.shown().size();
    return left > 0
        ? Tags.p(
            Html.text("and " + Numbers.count(left, "row") + " more: "),
            Tags.link(
                request.link().with(limit, Math.min(explained.count(), 500)), "show up to 500"))
        : Html.of();
  }
}
