package io.orderlake.answers.correct;

import io.orderlake.application.correct.RebuildForecast;
import io.orderlake.application.correct.RedrivePreview;
import io.orderlake.protocol.lake.CountsJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a redrive or a rebuild of Silver would do, for programs. */
public final class RedriveJson {
  private RedriveJson() {}

  /** What {@code quarantine redrive --dry-run --json} prints. */
  public static Map<String, @Nullable Object> of(RedrivePreview preview) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("lake_version", preview.lake().number());
    json.put("rule_set_version", preview.ruleSet());
    json.put("judged", preview.judged());
    json.put("rows", preview.in().rows());
    json.put("duplicates", preview.duplicates());
    json.put("out_of_turn", preview.outOfTurn());
    json.put("staying_by_reason", preview.staying().toJavaMap());
    json.putAll(EffectJson.revenue(preview.in().totals()));
    json.put("rebuilds", preview.rebuild().isDefined());
    json.put("by_city", EffectJson.of(preview.in()).get("by_city"));
    json.put("in", EffectJson.of(preview.in()));
    json.put("out", EffectJson.of(preview.out()));
    return json;
  }

  /** What {@code rebuild silver --dry-run --json} prints. */
  public static Map<String, Object> of(RebuildForecast forecast) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lake_version", forecast.lake().number());
    json.put("rule_set_version", forecast.ruleSet());
    json.put("after", CountsJson.write(forecast.after()));
    json.put("halting", forecast.halting());
    json.put("in", EffectJson.of(forecast.in()));
    json.put("out", EffectJson.of(forecast.out()));
    return json;
  }
}
