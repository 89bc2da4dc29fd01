package io.orderlake.benchmarks.history;

import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Meter;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.terminal.Screen;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.RunReport;
import io.vavr.collection.List;
import java.util.Locale;

/** Stores new records in one lake, and measures Silver and Gold for them. */
final class HistoryTurns implements Contestant.Turn {
  private final HistoryLake lake;
  private final int records;
  private final Screen screen;
  private final WarmRuns runs;
  private List<Double> silverSeconds = List.empty();
  private List<Double> goldSeconds = List.empty();

  HistoryTurns(HistoryLake lake, int records, Screen screen) {
    this.lake = lake;
    this.records = records;
    this.screen = screen;
    this.runs = new WarmRuns(lake.wired());
  }

  HistoryLake lake() {
    return lake;
  }

  String name() {
    return String.format(Locale.ROOT, "%s M of history", millions(lake.plan().events()));
  }

  private static String millions(long events) {
    return events % 1_000_000 == 0
        ? Long.toString(events / 1_000_000)
        : Double.toString(events / 1e6);
  }

  @Override
  public Trial take(int number) throws Exception {
    Conservation expected = lake.add(records, screen);
    Cost silver = Meter.here(() -> require(expected, runs.silver()));
    Cost gold = Meter.here(() -> require(expected, runs.gold().eventsFolded()));
    if (number > 0) {
      silverSeconds = silverSeconds.append(Summary.seconds(silver.wall()));
      goldSeconds = goldSeconds.append(Summary.seconds(gold.wall()));
    }
    return Trial.of(records, silver.then(gold))
        .withFact("of it Silver", Summary.secondsText(Summary.seconds(silver.wall())) + " s")
        .withFact("Gold", Summary.secondsText(Summary.seconds(gold.wall())) + " s");
  }

  private void require(Conservation expected, RunReport report) {
    if (!report.conservation().equals(expected)) {
      throw new BenchFailure(
          name() + ": expected " + expected + ", the run reports " + report.conservation());
    }
  }

  private void require(Conservation expected, long folded) {
    if (folded != expected.refined()) {
      throw new BenchFailure(
          name() + ": Gold took " + folded + " events, Silver has " + expected.refined() + " new");
    }
  }

  /** The times of both jobs: median, least and most. */
  String told() {
    return name()
        + ": Silver "
        + Summary.of(silverSeconds).text()
        + " s, Gold "
        + Summary.of(goldSeconds).text()
        + " s";
  }
}
