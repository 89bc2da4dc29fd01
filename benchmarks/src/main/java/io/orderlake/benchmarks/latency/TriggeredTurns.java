package io.orderlake.benchmarks.latency;

import io.orderlake.benchmarks.history.HistoryLake;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.ProcessFiles;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.program.RunnerProgram;
import io.orderlake.benchmarks.program.RunnerProgram.Answer;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.terminal.Screen;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Locale;

/** Stores new records, asks for Silver, and when it has its result for Gold. */
final class TriggeredTurns implements Contestant.Turn {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final HistoryLake lake;
  private final RunnerProgram runner;
  private final int records;
  private final Screen screen;
  private Map<String, List<Double>> parts = LinkedHashMap.empty();

  TriggeredTurns(HistoryLake lake, RunnerProgram runner, int records, Screen screen) {
    this.lake = lake;
    this.runner = runner;
    this.records = records;
    this.screen = screen;
  }

  String name() {
    return String.format(Locale.ROOT, "%,d new records", records);
  }

  @Override
  public Trial take(int number) throws Exception {
    Conservation expected = lake.add(records, screen);
    ProcessFiles process = ProcessFiles.of(runner.pid());
    process.resetPeak();
    Option<Duration> before = process.cpu();
    Answer silver = runner.run(JobName.SILVER, LONGEST);
    Answer gold = runner.run(JobName.GOLD, LONGEST);
    Option<Duration> cpu = before.flatMap(b -> process.cpu().map(after -> after.minus(b)));
    require(expected, silver.result());
    if (number > 0) {
      parts = RunParts.of(silver).addedTo(parts, "Silver");
      parts = RunParts.of(gold).addedTo(parts, "Gold");
    }
    return Trial.of(records, new Cost(silver.whole().plus(gold.whole()), cpu, process.peak()));
  }

  private void require(Conservation expected, RunResult silver) {
    Option<Conservation> found = silver.outcome().map(left -> left.report().conservation());
    if (!found.contains(expected)) {
      throw new BenchFailure("expected " + expected + ", the result says " + found);
    }
  }

  /** Where the time went. */
  String told() {
    return name() + ": " + RunParts.told(parts);
  }
}
