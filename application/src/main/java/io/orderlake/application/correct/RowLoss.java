package io.orderlake.application.correct;

import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.vavr.control.Option;

/** The word that a correction needs which takes rows out of Silver. */
public final class RowLoss {
  /** The parameter that says it, with {@code true}. */
  public static final String PARAMETER = "may_lose_rows";

  static final String MEANING =
      "true: go on although rows go out of Silver and Gold; without it such a run is refused and"
          + " changes nothing";

  private RowLoss() {}

  static boolean isAllowed(RunContext context) {
    return context.params().get(PARAMETER).contains("true");
  }

  /** What is wrong with the parameter. */
  static Option<RunFailure> wrong(RunContext context) {
    return context
        .params()
        .get(PARAMETER)
        .filter(text -> !text.equals("true") && !text.equals("false"))
        .map(
            text ->
                new RunFailure(
                    RunFailure.Category.REQUEST,
                    "the parameter %s must be true or false, not '%s'".formatted(PARAMETER, text)));
  }

  /** The refusal of a run that would lose rows, if it would. */
  static Option<RunFailure> refused(RebuildForecast forecast) {
    return Option.when(
        forecast.losesRows(),
        () ->
            new RunFailure(
                RunFailure.Category.REQUEST,
                ("nothing was changed: Silver would be built anew under rules %s, which takes %s"
                        + " rows with revenue %s out (%s) and brings %s rows with revenue %s in;"
                        + " ask with --yes, or with the parameter %s=true, to have it so")
                    .formatted(
                        forecast.ruleSet(),
                        forecast.out().rows(),
                        forecast.out().totals().revenue(),
                        forecast
                            .out()
                            .byReason()
                            .map(reason -> reason._1 + " " + reason._2)
                            .mkString(", "),
                        forecast.in().rows(),
                        forecast.in().totals().revenue(),
                        PARAMETER)));
  }
}
