package io.orderlake.bootstrap.cli;

import io.orderlake.application.correct.RedrivePreview;
import io.orderlake.bootstrap.terminal.Numbers;
import io.orderlake.bootstrap.terminal.TextTable;
import io.orderlake.domain.gold.Revenue;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a redrive would do, for people and for programs. */
final class RedriveText {
  private RedriveText() {}

  static List<String> lines(RedrivePreview preview) {
    long passing = preview.rows() + preview.duplicates();
    List<String> lines =
        List.of(
            "under rules %s, %s of %s pass, revenue +%s (lake version %s); nothing was changed"
                .formatted(
                    preview.ruleSet(),
                    Numbers.count(passing),
                    Numbers.count(preview.judged(), "quarantined record"),
                    preview.gain().amount().plain(),
                    preview.lake().number()));
    if (preview.duplicates() > 0) {
      lines =
          lines.append(
              Numbers.count(preview.duplicates())
                  + " of them repeat an event that Silver has or would get, and add nothing");
    }
    if (preview.outOfTurn() > 0) {
      lines =
          lines.append(
              Numbers.count(preview.outOfTurn(), "more record")
                  + " would pass, but came before the record that Silver keeps under the same event"
                  + " id: a redrive of all reasons rebuilds Silver under the rules in force, one of"
                  + " a single reason leaves them");
    }
    return preview.byCity().isEmpty() ? lines : lines.appendAll(table(preview));
  }

  private static List<String> table(RedrivePreview preview) {
    TextTable table =
        TextTable.of(TextTable.left("city"), TextTable.right("revenue"), TextTable.right("events"));
    for (Tuple2<String, Revenue> city : preview.byCity()) {
      table = table.row(city._1, "+" + city._2.amount().plain(), Numbers.count(city._2.events()));
    }
    return List.ofAll(table.lines());
  }

  static Map<String, Object> json(RedrivePreview preview) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lake_version", preview.lake().number());
    json.put("rule_set_version", preview.ruleSet());
    json.put("judged", preview.judged());
    json.put("rows", preview.rows());
    json.put("duplicates", preview.duplicates());
    json.put("out_of_turn", preview.outOfTurn());
    json.put("staying_by_reason", preview.staying().toJavaMap());
    json.put("revenue", preview.gain().amount().plain());
    json.put(
        "by_city",
        preview
            .byCity()
            .map(
                city ->
                    Map.of(
                        "city", city._1,
                        "revenue", city._2.amount().plain(),
                        "units", city._2.units(),
                        "events", city._2.events()))
            .toJavaList());
    return json;
  }
}
