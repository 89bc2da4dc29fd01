package io.orderlake.answers.correct;

import io.orderlake.answers.text.FiguresText;
import io.orderlake.application.correct.Effect;
import io.orderlake.application.correct.Market;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Totals;
import io.orderlake.domain.money.Amount;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows that come into Silver or go out of it, for programs. */
final class EffectJson {
  private EffectJson() {}

  static Map<String, Object> of(Effect effect) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", effect.rows());
    json.putAll(revenue(effect.totals()));
    json.put(
        Measure.CONVERTED.column(), effect.totals().converted().getOrElse(Amount.ZERO).plain());
    json.put("by_reason", effect.byReason().toJavaMap());
    json.put("by_city", effect.byMarket().map(sold -> json(sold._1, sold._2)).toJavaList());
    return json;
  }

  /** The revenue where it is in one currency, and that of each. */
  static Map<String, Object> revenue(Totals totals) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (totals.isOfOne()) {
      json.put("revenue", totals.ofOne().revenue().plain());
    }
    json.put(
        "revenue_by_currency",
        totals.byCurrency().mapValues(sum -> sum.revenue().plain()).toJavaMap());
    return json;
  }

  private static Map<String, Object> json(Market market, Figures figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("city", market.city());
    json.put("currency", market.currency());
    json.putAll(FiguresText.plainJson(figures));
    return json;
  }
}
