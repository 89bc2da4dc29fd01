package io.orderlake.benchmarks.demo;

import io.orderlake.benchmarks.history.EventIds;
import io.orderlake.benchmarks.history.HistoryLake;
import io.orderlake.benchmarks.history.HistoryLakes;
import io.orderlake.benchmarks.history.HistoryPlan;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.ProcessFiles;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.program.RunnerProgram;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;

/** Starts a runner on a small lake, with new records and a trigger for Silver waiting. */
final class RunnerTurns implements Contestant.Turn, AutoCloseable {
  static final String NAME = "runner, first result";

  private static final long HISTORY = 20_000;
  private static final int RECORDS = 1_000;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final BenchContext context;
  private final HistoryLake lake;
  private List<Double> serving = List.empty();

  private RunnerTurns(BenchContext context, HistoryLake lake) {
    this.context = context;
    this.lake = lake;
  }

  static RunnerTurns prepare(BenchContext context) throws Exception {
    HistoryPlan plan = new HistoryPlan(HISTORY, EventIds.BY_TIME);
    HistoryLakes lakes = new HistoryLakes(context, Option.none());
    lakes.make(plan);
    return new RunnerTurns(context, lakes.copy(plan, "runner"));
  }

  @Override
  public Trial take(int number) throws Exception {
    lake.add(RECORDS, context.screen());
    RunRequests requests = lake.wired().get(RunRequests.class);
    RunRequest request = RunnerProgram.submit(requests, JobName.SILVER);
    long start = System.nanoTime();
    try (RunnerProgram runner = RunnerProgram.start(context.home(), lake.data(), requests)) {
      runner.await(request.runId(), LONGEST);
      Duration first = Duration.ofNanos(System.nanoTime() - start);
      ProcessFiles process = ProcessFiles.of(runner.pid());
      if (number > 0) {
        serving = serving.append(Summary.seconds(runner.awaitServing()));
      }
      return Trial.of(RECORDS, new Cost(first, process.cpu(), process.peak()));
    }
  }

  String told() {
    return "the runner says that it serves after " + Summary.of(serving).text() + " s";
  }

  @Override
  public void close() throws Exception {
    lake.close();
    context.discard(lake.data());
  }
}
