package io.orderlake.benchmarks.latency;

import io.orderlake.benchmarks.history.EventIds;
import io.orderlake.benchmarks.history.HistoryLake;
import io.orderlake.benchmarks.history.HistoryLakes;
import io.orderlake.benchmarks.history.HistoryPlan;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.program.RunnerProgram;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.domain.run.RunRequests;
import io.vavr.collection.List;

/**
 * From trigger files to results, Silver and then Gold, by a warm runner on a lake with some
 * history. The records are stored in Bronze beforehand, by this process.
 */
public final class TriggerLatency implements Section {
  private static final String NAME = "latency";
  private static final long HISTORY = 1_000_000;
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;

  /** Rounds of few records for one of many. */
  private static final int ROUNDS_OF_FEW = 3;

  private static final int WARM_UPS = 4;
  private static final int LEAST_REPETITIONS = 5;

  private final HistoryLakes lakes;

  public TriggerLatency(HistoryLakes lakes) {
    this.lakes = lakes;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "trigger file to result, Silver and then Gold, a warm runner on a lake with 1 M events of"
        + " history";
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    HistoryPlan plan = new HistoryPlan(HISTORY, EventIds.BY_TIME);
    lakes.make(plan);
    try (HistoryLake lake = lakes.copy(plan, NAME)) {
      RunRequests requests = lake.wired().get(RunRequests.class);
      try (RunnerProgram runner = RunnerProgram.start(context.home(), lake.data(), requests)) {
        context.screen().note("runner serving after " + runner.awaitServing());
        return measured(context, lake, runner);
      } finally {
        context.discard(lake.data());
      }
    }
  }

  private SectionResult measured(BenchContext context, HistoryLake lake, RunnerProgram runner)
      throws Exception {
    TriggeredTurns few = new TriggeredTurns(lake, runner, FEW, context.screen());
    TriggeredTurns many = new TriggeredTurns(lake, runner, MANY, context.screen());
    Contestant small = new Contestant(few.name(), few);
    List<Contestant> round =
        List.fill(ROUNDS_OF_FEW, small).append(new Contestant(many.name(), many));
    List<Measurement> measurements =
        new Rounds(NAME, WARM_UPS, Math.max(LEAST_REPETITIONS, context.repetitions()))
            .run(round, context.screen());
    return SectionResult.of(measurements)
        .noting(few.told())
        .noting(many.told())
        .showing(Goal.LATENCY_OF_1000, median(measurements, few))
        .showing(Goal.LATENCY_OF_100000, median(measurements, many));
  }

  private static double median(List<Measurement> measurements, TriggeredTurns turns) {
    return Standing.of(measurements, turns.name()).wall().median();
  }
}
