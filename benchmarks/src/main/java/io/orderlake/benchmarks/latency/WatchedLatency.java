package io.orderlake.benchmarks.latency;

import io.orderlake.benchmarks.history.EventIds;
import io.orderlake.benchmarks.history.HistoryLake;
import io.orderlake.benchmarks.history.HistoryLakes;
import io.orderlake.benchmarks.history.HistoryPlan;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.program.ConsoleProgram;
import io.orderlake.benchmarks.program.OpenPage;
import io.orderlake.benchmarks.program.RunnerProgram;
import io.orderlake.benchmarks.program.Scraper;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.domain.run.RunRequests;
import io.vavr.collection.List;
import java.time.Duration;

/**
 * The latency of few records, by turns with nobody watching and with a console beside it that a
 * page is open of, and whose metrics are scraped every five seconds. A turn is some pairs of
 * requests, so that each has scrapes in it.
 */
public final class WatchedLatency implements Section {
  private static final String NAME = "latency-watched";
  private static final String ALONE = "the runner alone";
  private static final String WATCHED =
      "a console, a page of it open, and its metrics scraped every 5 s";
  private static final long HISTORY = 1_000_000;
  private static final int FEW = 1_000;
  private static final int PAIRS = 8;
  private static final int WARM_UPS = 2;
  private static final int LEAST_REPETITIONS = 10;
  private static final Duration START = Duration.ofMinutes(3);

  private final HistoryLakes lakes;

  public WatchedLatency(HistoryLakes lakes) {
    this.lakes = lakes;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return PAIRS
        + " times trigger file to result, Silver and then Gold, 1,000 new records each, a warm"
        + " runner on a lake with 1 M events of history, watched by a console and not";
  }

  @Override
  public boolean isUsual() {
    return false;
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    HistoryPlan plan = new HistoryPlan(HISTORY, EventIds.BY_TIME);
    lakes.make(plan);
    try (HistoryLake lake = lakes.copy(plan, NAME)) {
      RunRequests requests = lake.wired().get(RunRequests.class);
      try (RunnerProgram runner = RunnerProgram.start(context.home(), lake.data(), requests)) {
        context.screen().note("runner serving after " + runner.awaitServing());
        TriggeredTurns turns = new TriggeredTurns(lake, runner, FEW, context.screen());
        return measured(
            new Rounds(NAME, WARM_UPS, Math.max(LEAST_REPETITIONS, context.repetitions()))
                .run(
                    List.of(
                        new Contestant(ALONE, number -> pairs(turns, number)),
                        new Contestant(WATCHED, number -> watched(context, lake, turns, number))),
                    context.screen()));
      } finally {
        context.discard(lake.data());
      }
    }
  }

  private static Trial pairs(TriggeredTurns turns, int number) throws Exception {
    Cost cost = Cost.NOTHING;
    for (int pair = 0; pair < PAIRS; pair++) {
      cost = cost.then(turns.take(number).cost());
    }
    return Trial.of((long) PAIRS * FEW, cost);
  }

  /** What comes before the first answer is no part of the turn. */
  private static Trial watched(
      BenchContext context, HistoryLake lake, TriggeredTurns turns, int number) throws Exception {
    try (ConsoleProgram console = ConsoleProgram.start(context.home(), lake.data());
        OpenPage page = OpenPage.of(console);
        Scraper scraper = Scraper.of(console)) {
      scraper.awaitFirst(START);
      Trial trial = pairs(turns, number);
      return trial
          .withFact("scrapes", Integer.toString(scraper.scrapes().size()))
          .withFact("events", Integer.toString(page.events()));
    }
  }

  private static SectionResult measured(List<Measurement> measurements) {
    List<Double> alone = seconds(measurements, ALONE);
    List<Double> watched = seconds(measurements, WATCHED);
    List<Double> differences =
        watched.zip(alone).map(pair -> (pair._1 - pair._2) / PAIRS * 1_000).toList();
    return SectionResult.of(measurements)
        .noting(
            "watched less alone, milliseconds for each pair of requests, by round: "
                + Summary.of(differences).text());
  }

  private static List<Double> seconds(List<Measurement> measurements, String contestant) {
    return measurements
        .filter(measurement -> measurement.contestant().equals(contestant))
        .map(measurement -> Summary.seconds(measurement.trial().cost().wall()));
  }
}
