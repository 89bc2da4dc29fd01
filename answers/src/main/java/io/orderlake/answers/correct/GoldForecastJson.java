package io.orderlake.answers.correct;

import io.orderlake.answers.text.FiguresText;
import io.orderlake.application.correct.GoldForecast;
import io.orderlake.protocol.lake.CountsJson;
import io.vavr.collection.Seq;
import java.util.LinkedHashMap;
import java.util.Map;

/** What folding Gold anew would do, for programs. */
public final class GoldForecastJson {
  private GoldForecastJson() {}

  /** What {@code rebuild gold --dry-run --json} prints. */
  public static Map<String, Object> of(Seq<GoldForecast> tables) {
    return Map.of("tables", tables.map(GoldForecastJson::json).toJavaList());
  }

  private static Map<String, Object> json(GoldForecast table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", table.table());
    json.put("cells_new", table.appearing());
    json.put("cells_gone", table.vanishing());
    json.put(CountsJson.CELLS_CHANGED, table.changing());
    json.put("now", FiguresText.plainJson(table.now()));
    json.put("then", FiguresText.plainJson(table.then()));
    return json;
  }
}
