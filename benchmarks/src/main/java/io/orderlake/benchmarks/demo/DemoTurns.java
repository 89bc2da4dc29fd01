package io.orderlake.benchmarks.demo;

import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.ProcessFiles;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.program.Program;
import io.orderlake.benchmarks.section.BenchContext;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;

/** Plays the demo with its 20,000 events; its lake is new each time. */
final class DemoTurns implements Contestant.Turn {
  static final String NAME = "demo, first Gold table";

  private static final int EVENTS = 20_000;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final BenchContext context;
  private List<Double> wholes = List.empty();

  DemoTurns(BenchContext context) {
    this.context = context;
  }

  @Override
  public Trial take(int number) throws Exception {
    Path data = context.emptyDirectory("demo");
    try (Program demo =
        Program.start(context.home(), HashMap.empty(), "demo", "--data", data.toString())) {
      Duration first = demo.awaitLine(line -> line.strip().startsWith("Gold: "), LONGEST).after();
      ProcessFiles process = ProcessFiles.of(demo.pid());
      Option<Duration> cpu = process.cpu();
      Option<Long> peak = process.peak();
      Duration whole = demo.awaitEnd(LONGEST);
      if (number > 0) {
        wholes = wholes.append(Summary.seconds(whole));
      }
      return Trial.of(EVENTS, new Cost(first, cpu, peak));
    } finally {
      context.discard(data);
    }
  }

  String told() {
    return "the demo's end, with every figure proven, comes after "
        + Summary.of(wholes).text()
        + " s";
  }
}
