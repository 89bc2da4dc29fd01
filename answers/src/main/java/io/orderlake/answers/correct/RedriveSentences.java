package io.orderlake.answers.correct;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.correct.RebuildForecast;
import io.orderlake.application.correct.RedrivePreview;
import io.vavr.collection.List;

/** What a redrive would do, in sentences for people. */
public final class RedriveSentences {
  private RedriveSentences() {}

  /** How many would pass, and what becomes of them. */
  public static List<String> of(RedrivePreview preview) {
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
    return lines.appendAll(preview.rebuild().toList().flatMap(RedriveSentences::halting));
  }

  /** That a rebuild would be refused, where it would. */
  public static List<String> halting(RebuildForecast forecast) {
    return forecast.halting() == 0
        ? List.empty()
        : List.of(
            Numbers.count(forecast.halting(), "record")
                + " of Bronze break a rule of severity FAIL: it would be refused for that");
  }
}
