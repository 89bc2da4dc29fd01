package io.orderlake.bootstrap.cli.correct;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.correct.GoldForecast;
import io.orderlake.bootstrap.terminal.TextTable;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** What folding Gold anew would do, for people. */
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
}
