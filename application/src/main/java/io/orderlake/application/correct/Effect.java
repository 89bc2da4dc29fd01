package io.orderlake.application.correct;

import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.Totals;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.List;

/**
 * Rows that come into Silver, or that go out of it.
 *
 * @param rows how many
 * @param byReason how many of them, by what stood or will stand against them: the codes of the
 *     rules, or one of {@link RebuildForecast}'s own; a row with two counts under both
 * @param byMarket what they count in every Gold table, and what is converted of them
 */
public record Effect(
    long rows, SortedMap<String, Long> byReason, SortedMap<Market, Figures> byMarket) {
  /** What is told of rows. */
  public static final Measures MEASURES = Measures.and(List.of(Measure.CONVERTED));

  public static final Effect NONE = new Effect(0, TreeMap.empty(), TreeMap.empty());

  /** All of it. */
  public Totals totals() {
    return byMarket.foldLeft(
        Totals.none(MEASURES), (sums, place) -> sums.plus(place._1.currency(), place._2));
  }
}
