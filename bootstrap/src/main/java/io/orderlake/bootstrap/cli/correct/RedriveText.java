package io.orderlake.bootstrap.cli.correct;

import io.orderlake.answers.correct.RedriveSentences;
import io.orderlake.application.correct.RebuildForecast;
import io.orderlake.application.correct.RedrivePreview;
import io.orderlake.bootstrap.cli.run.RunResultText;
import io.vavr.collection.List;

/** What a redrive or a rebuild would do, for people. */
final class RedriveText {
  private RedriveText() {}

  static List<String> lines(RedrivePreview preview) {
    return RedriveSentences.of(preview)
        .appendAll(new EffectText(preview.in(), preview.out()).lines());
  }

  static List<String> lines(RebuildForecast forecast) {
    return List.of(
            "Silver built anew under rules %s: %s (lake version %s); nothing was changed"
                .formatted(
                    forecast.ruleSet(),
                    RunResultText.conservation(forecast.after()),
                    forecast.lake().number()))
        .appendAll(RedriveSentences.halting(forecast))
        .appendAll(new EffectText(forecast.in(), forecast.out()).lines());
  }
}
