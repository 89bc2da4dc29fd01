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
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Locale;

/** A few new records on lakes with ever more history, in one warm session. */
public final class FlatCost implements Section {
  private static final int NEW_RECORDS = 10_000;
  private static final int WARM_UPS = 3;
  private static final int LEAST_REPETITIONS = 5;

  private final HistoryLakes lakes;
  private final List<Long> sizes;
  private final EventIds ids;

  /**
   * The section.
   *
   * @param sizes events of history, the smallest first
   */
  public FlatCost(HistoryLakes lakes, List<Long> sizes, EventIds ids) {
    this.lakes = lakes;
    this.sizes = sizes;
    this.ids = ids;
  }

  @Override
  public String name() {
    return ids == EventIds.BY_TIME ? "history" : "history-random-ids";
  }

  @Override
  public String title() {
    return "Silver and Gold for 10,000 new records on lakes with ever more history over 90 days, "
        + ids;
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    java.util.List<HistoryTurns> contestants = new ArrayList<>();
    List<HistoryPlan> plans = sizes.map(size -> new HistoryPlan(size, ids));
    for (HistoryPlan plan : plans) {
      lakes.make(plan);
    }
    try {
      for (HistoryPlan plan : plans) {
        String directory = name() + "-" + plan.events();
        contestants.add(
            new HistoryTurns(lakes.copy(plan, directory), NEW_RECORDS, context.screen()));
      }
      List<Measurement> measurements =
          new Rounds(name(), WARM_UPS, Math.max(LEAST_REPETITIONS, context.repetitions()))
              .run(
                  List.ofAll(contestants).map(each -> new Contestant(each.name(), each)),
                  context.screen());
      return result(measurements, List.ofAll(contestants));
    } finally {
      for (HistoryTurns contestant : contestants) {
        contestant.lake().close();
        context.discard(contestant.lake().data());
      }
      plans.filter(plan -> !isShared(plan)).forEach(lakes::forget);
    }
  }

  private static boolean isShared(HistoryPlan plan) {
    return plan.ids() == EventIds.BY_TIME && plan.events() <= HistoryLakes.SHARED;
  }

  private SectionResult result(List<Measurement> measurements, List<HistoryTurns> contestants) {
    SectionResult result = SectionResult.of(measurements);
    for (HistoryTurns contestant : contestants) {
      result = result.noting(contestant.told()).noting(contestant.lake().backlog());
    }
    List<Standing> curve = Standing.of(measurements);
    double ratio = curve.last().wall().median() / curve.head().wall().median();
    result =
        result.noting(
            String.format(
                Locale.ROOT,
                "%s takes %.2f × the time of %s",
                curve.last().contestant(),
                ratio,
                curve.head().contestant()));
    Option<Double> goal =
        ids == EventIds.BY_TIME ? Option.some(ratio) : againstBacklogWithIdsByTime();
    return isGoal() && goal.isDefined()
        ? result.showing(
            ids == EventIds.BY_TIME ? Goal.FLAT_COST : Goal.BACKLOG_OF_RANDOM_IDS, goal.get())
        : result;
  }

  /** How the rates of the greatest backlogs compare; none where one was not asked for before. */
  private Option<Double> againstBacklogWithIdsByTime() {
    Option<Double> byTime = lakes.backlog(new HistoryPlan(sizes.last(), EventIds.BY_TIME));
    Option<Double> random = lakes.backlog(new HistoryPlan(sizes.last(), EventIds.RANDOM));
    return byTime.flatMap(seconds -> random.map(slower -> seconds / slower));
  }

  /** The goals speak of these sizes and of no others. */
  private boolean isGoal() {
    return sizes.head() == 1_000_000 && sizes.last() == 50_000_000;
  }
}
