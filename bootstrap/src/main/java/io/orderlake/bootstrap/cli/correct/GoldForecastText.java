package io.orderlake.bootstrap.cli.correct;

import io.orderlake.application.correct.GoldForecast;
import io.orderlake.bootstrap.terminal.FiguresText;
import io.orderlake.bootstrap.terminal.Numbers;
import io.orderlake.bootstrap.terminal.TextTable;
import io.orderlake.protocol.lake.CountsJson;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.LinkedHashMap;
import java.util.Map;

/** What folding Gold anew would do, for people and for programs. */
final class GoldForecastText {
  private GoldForecastText() {}

  static List<String> lines(Seq<GoldForecast> tables) {
    TextTable text =
        TextTable.of(
            TextTable.left("table"),
            TextTable.right("cells new"),
            TextTable.right("cells gone"),
            TextTable.right("cells changed"),
            TextTable.right("revenue now"),
            TextTable.right("revenue then"));
    for (GoldForecast table : tables) {
      text =
          text.row(
              table.table(),
              Numbers.count(table.appearing()),
              Numbers.count(table.vanishing()),
              Numbers.count(table.changing()),
              table.now().revenue(),
              table.then().revenue());
    }
    return List.ofAll(text.lines()).append("nothing was changed");
  }

  static Map<String, Object> json(Seq<GoldForecast> tables) {
    return Map.of("tables", tables.map(GoldForecastText::json).toJavaList());
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
