package io.orderlake.application.correct;

import io.orderlake.domain.gold.Figures;
import io.vavr.collection.TreeMap;
import java.util.HashMap;
import java.util.Map;

/** Adds up an {@link Effect}. */
final class EffectTally {
  private final Map<String, Long> byReason = new HashMap<>();
  private final Map<Market, Figures> byMarket = new HashMap<>();
  private long rows;

  void add(Market market, Figures figures, Iterable<String> reasons) {
    rows++;
    byMarket.merge(market, figures, Figures::plus);
    reasons.forEach(reason -> byReason.merge(reason, 1L, Long::sum));
  }

  Effect effect() {
    return new Effect(rows, TreeMap.ofAll(byReason), TreeMap.ofAll(byMarket));
  }
}
