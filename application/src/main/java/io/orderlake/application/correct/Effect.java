package io.orderlake.application.correct;

import io.orderlake.domain.gold.Revenue;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/**
 * Rows that come into Silver, or that go out of it.
 *
 * @param byReason how many, by what stood or will stand against them: the codes of the rules, or
 *     one of {@link RebuildForecast}'s own; a row with two counts under both
 * @param byCity what they count in Gold
 */
public record Effect(SortedMap<String, Long> byReason, SortedMap<String, Revenue> byCity) {
  public static final Effect NONE = new Effect(TreeMap.empty(), TreeMap.empty());

  /** All of it. */
  public Revenue revenue() {
    return byCity.values().foldLeft(Revenue.ZERO, Revenue::plus);
  }

  public long rows() {
    return revenue().events();
  }
}
