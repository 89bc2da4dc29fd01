package io.orderlake.bootstrap.cli.correct;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.correct.RebuildForecast;
import io.orderlake.application.correct.RedrivePreview;
import io.orderlake.bootstrap.cli.run.RunResultText;
import io.vavr.collection.List;

/** What a redrive or a rebuild would do, for people. */
final class RedriveText {
  private RedriveText() {}

  static List<String> lines(RedrivePreview preview) {
    long passing = preview.rows() + preview.duplicates();
    List<String> lines =
        List.of(
            "under rules %s, %s of %s pass (lake version %s); nothing was changed"
                .formatted(
                    preview.ruleSet(),
                    Numbers.count(passing + preview.outOfTurn()),
                    Numbers.count(preview.judged(), "quarantined record"),
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
              Numbers.count(preview.outOfTurn())
                  + " of them came before the record that Silver keeps under the same event id: "
                  + (preview.rebuild().isDefined()
                      ? "the redrive builds Silver anew under the rules in force"
                      : "a redrive of a single reason leaves them"));
    }
    return lines
        .appendAll(preview.rebuild().toList().flatMap(RedriveText::halting))
        .appendAll(new EffectText(preview.in(), preview.out()).lines());
  }

  static List<String> lines(RebuildForecast forecast) {
    return List.of(
            "Silver built anew under rules %s: %s (lake version %s); nothing was changed"
                .formatted(
                    forecast.ruleSet(),
                    RunResultText.conservation(forecast.after()),
                    forecast.lake().number()))
        .appendAll(halting(forecast))
        .appendAll(new EffectText(forecast.in(), forecast.out()).lines());
  }

  private static List<String> halting(RebuildForecast forecast) {
    return forecast.halting() == 0
        ? List.empty()
        : List.of(
            Numbers.count(forecast.halting(), "record")
                + " of Bronze break a rule of severity FAIL: it would be refused for that");
  }
}
