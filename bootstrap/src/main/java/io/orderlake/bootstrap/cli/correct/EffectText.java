package io.orderlake.bootstrap.cli.correct;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.correct.Effect;
import io.orderlake.application.correct.Market;
import io.orderlake.bootstrap.terminal.TextTable;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.money.Amount;
import io.vavr.collection.List;
import io.vavr.collection.SortedSet;

/** Rows that come into Silver and go out of it, for people. */
record EffectText(Effect in, Effect out) {

  /** The sums, then both by reason, then both by city. */
  List<String> lines() {
    List<String> lines = List.of(sum("in ", "+", in)).append(sum("out", "-", out));
    return in.rows() + out.rows() == 0 ? lines : lines.appendAll(byReason()).appendAll(byMarket());
  }

  private static String sum(String way, String sign, Effect effect) {
    String signed = effect.rows() == 0 ? "" : sign;
    return "  %s  %s, revenue %s%s%s"
        .formatted(
            way,
            Numbers.count(effect.rows(), "row"),
            signed,
            effect.totals().revenue(),
            converts(effect) ? ", converted " + signed + converted(effect) : "");
  }

  private static boolean converts(Effect effect) {
    return !converted(effect).equals(Amount.ZERO);
  }

  private static Amount converted(Effect effect) {
    return effect.totals().converted().getOrElse(Amount.ZERO);
  }

  private List<String> byReason() {
    TextTable table =
        TextTable.of(
            TextTable.left("reason"), TextTable.right("rows in"), TextTable.right("rows out"));
    for (String reason : both(in.byReason().keySet(), out.byReason().keySet())) {
      table =
          table.row(
              reason,
              Numbers.count(in.byReason().getOrElse(reason, 0L)),
              Numbers.count(out.byReason().getOrElse(reason, 0L)));
    }
    return List.ofAll(table.lines());
  }

  private List<String> byMarket() {
    TextTable table =
        TextTable.of(
            TextTable.left("city"),
            TextTable.left("currency"),
            TextTable.right("rows in"),
            TextTable.right("revenue in"),
            TextTable.right("rows out"),
            TextTable.right("revenue out"));
    for (Market market : both(in.byMarket().keySet(), out.byMarket().keySet())) {
      Figures more = in.byMarket().getOrElse(market, Effect.MEASURES.zero());
      Figures less = out.byMarket().getOrElse(market, Effect.MEASURES.zero());
      table =
          table.row(
              market.city(),
              market.currency(),
              Numbers.count(more.events()),
              signed("+", more),
              Numbers.count(less.events()),
              signed("-", less));
    }
    return List.ofAll(table.lines());
  }

  private static String signed(String sign, Figures figures) {
    if (figures.equals(Effect.MEASURES.zero())) {
      return "";
    }
    // what goes out may be below 0, and then it is more
    return (sign + figures.revenue().plain()).replace("+-", "-").replace("--", "+");
  }

  private static <T extends Comparable<T>> SortedSet<T> both(
      io.vavr.collection.Set<T> some, io.vavr.collection.Set<T> others) {
    return some.addAll(others).toSortedSet();
  }
}
