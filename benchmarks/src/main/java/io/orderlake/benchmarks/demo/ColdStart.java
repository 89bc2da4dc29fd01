package io.orderlake.benchmarks.demo;

import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.vavr.collection.List;

/** The demo and a runner, from the start of the process, with everything built. */
public final class ColdStart implements Section {
  private static final String NAME = "demo";
  private static final int LEAST_REPETITIONS = 3;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "cold starts: `orderlake demo` until its first Gold table and until its end, `orderlake"
        + " runner` until the result of a trigger that was waiting";
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    DemoTurns demo = new DemoTurns(context);
    try (RunnerTurns runner = RunnerTurns.prepare(context)) {
      List<Measurement> measurements =
          new Rounds(NAME, 0, Math.max(LEAST_REPETITIONS, context.repetitions()))
              .run(
                  List.of(
                      new Contestant(DemoTurns.NAME, demo),
                      new Contestant(RunnerTurns.NAME, runner)),
                  context.screen());
      return SectionResult.of(measurements)
          .noting(demo.told())
          .noting(runner.told())
          .showing(Goal.FIRST_GOLD, Standing.of(measurements, DemoTurns.NAME).wall().median());
    }
  }
}
