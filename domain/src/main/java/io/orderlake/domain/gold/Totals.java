package io.orderlake.domain.gold;

import io.orderlake.domain.money.Amount;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * What many cells or sales come to: figures for each currency, since amounts of two are never added
 * up.
 *
 * @param measures of all figures
 * @param byCurrency by currency; without those that nothing is in
 */
public record Totals(Measures measures, SortedMap<String, Figures> byCurrency) {
  /** Of nothing. */
  public static Totals none(Measures measures) {
    return new Totals(measures, TreeMap.empty());
  }

  /** Those and figures in that currency. */
  public Totals plus(String currency, Figures figures) {
    return new Totals(measures, byCurrency.put(currency, figures, Figures::plus));
  }

  /** How many events, in whatever currency. */
  public long events() {
    return byCurrency.values().map(Figures::events).sum().longValue();
  }

  /** The revenue in a line, e.g. {@code 20.00} or {@code 20.00 EUR and 5.00 USD}. */
  public String revenue() {
    return isOfOne()
        ? ofOne().revenue().plain()
        : byCurrency.map(sum -> sum._2.revenue().plain() + " " + sum._1).mkString(" and ");
  }

  /**
   * What the totals come to in the one currency that rates convert to, across all others; none
   * where the measure is not among these.
   */
  public Option<Amount> converted() {
    return Option.when(
        measures.all().contains(Measure.CONVERTED),
        () ->
            byCurrency
                .values()
                .map(figures -> figures.amount(Measure.CONVERTED))
                .fold(Amount.ZERO, Amount::plus));
  }

  /** Whether all is in one currency, or there is nothing. */
  public boolean isOfOne() {
    return byCurrency.size() <= 1;
  }

  /**
   * All of it, where it is in one currency.
   *
   * @throws IllegalStateException when it is in several
   */
  public Figures ofOne() {
    if (!isOfOne()) {
      throw new IllegalStateException("not in one currency: " + byCurrency.keySet());
    }
    return byCurrency.values().headOption().getOrElse(measures::zero);
  }
}
