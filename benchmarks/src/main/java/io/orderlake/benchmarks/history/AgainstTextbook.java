package io.orderlake.benchmarks.history;

import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.vavr.collection.List;
import java.util.Locale;

/**
 * A few new records on a lake with history, against making every figure anew from all of Bronze.
 */
public final class AgainstTextbook implements Section {
  private static final String NAME = "history-textbook";
  private static final int NEW_RECORDS = 10_000;
  private static final int WARM_UPS = 1;

  private final HistoryLakes lakes;
  private final long events;

  /**
   * The section.
   *
   * @param events of history
   */
  public AgainstTextbook(HistoryLakes lakes, long events) {
    this.lakes = lakes;
    this.events = events;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return String.format(
        Locale.ROOT,
        "10,000 new records on %,d events of history: Orderlake's runs against the textbook's"
            + " recompute, one warm session",
        events);
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    HistoryPlan plan = new HistoryPlan(events, EventIds.BY_TIME);
    lakes.make(plan);
    try (HistoryLake lake = lakes.copy(plan, NAME)) {
      HistoryTurns orderlake = new HistoryTurns(lake, NEW_RECORDS, context.screen());
      TextbookTurns textbook =
          new TextbookTurns(lake, NEW_RECORDS, context.emptyDirectory("textbook"));
      List<Measurement> measurements =
          new Rounds(NAME, WARM_UPS, context.repetitions())
              .run(
                  List.of(
                      new Contestant("Orderlake", orderlake), new Contestant("textbook", textbook)),
                  context.screen());
      double ratio =
          Standing.of(measurements, "Orderlake")
              .timesAsFastAs(Standing.of(measurements, "textbook"));
      SectionResult result =
          SectionResult.of(measurements).noting(orderlake.told()).noting(textbook.told());
      return events == HistoryLakes.SHARED
          ? result.showing(Goal.HISTORY_TO_TEXTBOOK, ratio)
          : result;
    } finally {
      context.discard(context.work().resolve("textbook"));
      context.discard(context.work().resolve(NAME));
    }
  }
}
