package io.orderlake.benchmarks.history;

import io.orderlake.answers.text.Numbers;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Meter;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.vavr.collection.List;
import java.nio.file.Path;

/** {@code orderlake audit}, as anybody starts it, on a lake with history that passes it. */
public final class AuditRate implements Section {
  private static final String NAME = "audit";

  private final HistoryLakes lakes;
  private final HistoryPlan plan;

  /**
   * The section.
   *
   * @param events of the history
   */
  public AuditRate(HistoryLakes lakes, long events) {
    this.lakes = lakes;
    this.plan = new HistoryPlan(events, EventIds.BY_TIME);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "`orderlake audit` of a history of " + Numbers.count(plan.events(), "event");
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    HistoryLake lake = lakes.copy(plan, NAME);
    try {
      List<Measurement> measurements =
          new Rounds(NAME, 0, context.repetitions())
              .run(
                  List.of(new Contestant("Orderlake", turn -> audit(context, lake.data()))),
                  context.screen());
      double rate = Standing.of(measurements).head().rate();
      return SectionResult.of(measurements).showing(Goal.AUDIT, rate / 1_000);
    } finally {
      lake.close();
      context.discard(lake.data());
    }
  }

  /** Fails when the audit finds anything. */
  private Trial audit(BenchContext context, Path data) throws Exception {
    ProcessBuilder audit =
        new ProcessBuilder(
            context.home().resolve("orderlake").toString(), "audit", "--data", data.toString());
    audit.environment().keySet().removeIf(variable -> variable.startsWith("ORDERLAKE_"));
    Path output = context.work().resolve("audit.txt");
    Cost cost = Meter.child(audit.redirectErrorStream(true).redirectOutput(output.toFile()));
    return Trial.of(plan.events(), cost);
  }
}
