package io.orderlake.adapters.console.redrive;

import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.answers.text.FiguresText;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.correct.Effect;
import io.orderlake.application.correct.Market;
import io.orderlake.domain.gold.Figures;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/** Rows that would come into Silver and go out of it: in all, by reason, by city. */
record EffectView(Effect in, Effect out) {
  Html html() {
    return Html.of(sums().html(), byReason().html(), byMarket().html());
  }

  private HtmlTable sums() {
    return HtmlTable.of(
            "Into Silver and Gold, and out of them",
            HtmlTable.left("way"),
            HtmlTable.right("rows"),
            HtmlTable.left("come to"))
        .row("in", Numbers.count(in.rows()), FiguresText.line(in.totals()))
        .row("out", Numbers.count(out.rows()), FiguresText.line(out.totals()));
  }

  private HtmlTable byReason() {
    HtmlTable table =
        HtmlTable.of(
            "By the reason that stood or will stand against them; a row counts under each of its"
                + " reasons",
            HtmlTable.left("reason"),
            HtmlTable.right("rows in"),
            HtmlTable.right("rows out"));
    for (String reason : both(in.byReason().keySet(), out.byReason().keySet())) {
      table =
          table.row(
              reason,
              Numbers.count(in.byReason().getOrElse(reason, 0L)),
              Numbers.count(out.byReason().getOrElse(reason, 0L)));
    }
    return table;
  }

  private HtmlTable byMarket() {
    HtmlTable table =
        HtmlTable.of(
            "By city",
            HtmlTable.left("city"),
            HtmlTable.left("currency"),
            HtmlTable.right("rows in"),
            HtmlTable.right("revenue in"),
            HtmlTable.right("rows out"),
            HtmlTable.right("revenue out"));
    for (Market market : both(in.byMarket().keySet(), out.byMarket().keySet())) {
      Option<Figures> more = in.byMarket().get(market);
      Option<Figures> less = out.byMarket().get(market);
      table =
          table.row(
              market.city(),
              market.currency(),
              Numbers.count(more.map(Figures::events).getOrElse(0L)),
              revenue(more),
              Numbers.count(less.map(Figures::events).getOrElse(0L)),
              revenue(less));
    }
    return table;
  }

  private static String revenue(Option<Figures> figures) {
    return figures.map(of -> Numbers.money(of.revenue().value())).getOrElse("");
  }

  private static <T extends Comparable<T>> Set<T> both(Set<T> some, Set<T> others) {
    return some.addAll(others).toSortedSet();
  }
}
