package io.orderlake.benchmarks.history;

import io.orderlake.benchmarks.measure.ProcessFiles;
import io.orderlake.benchmarks.program.GarbageLog;
import io.orderlake.benchmarks.program.RunnerProgram;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Has a runner with its usual heap refine a whole history, and watches its memory. */
final class Backlog {
  private static final Duration LONGEST = Duration.ofHours(1);

  private final BenchContext context;
  private final Path data;
  private final Lakehouse lake;

  Backlog(BenchContext context, Path data, Lakehouse lake) {
    this.context = context;
    this.data = data;
    this.lake = lake;
  }

  /**
   * What refining it took.
   *
   * @param told a sentence
   * @param seconds of Silver and of Gold
   */
  record Refined(String told, double seconds) {
    static Refined readFrom(Path file) throws IOException {
      java.util.List<String> lines = Files.readAllLines(file);
      if (lines.size() != 2) {
        throw new BenchFailure(file + " is of an older benchmark: remove it");
      }
      return new Refined(lines.get(0), Double.parseDouble(lines.get(1)));
    }

    void writeTo(Path file) throws IOException {
      Files.writeString(file, told + "\n" + seconds + "\n");
    }
  }

  /**
   * Runs Silver and Gold.
   *
   * @param events how many there are
   */
  Refined refine(long events) throws Exception {
    Path garbage = Files.createTempFile(context.work(), "gc-", ".log");
    try (RunnerProgram runner =
        RunnerProgram.start(
            context.home(), data, lake.get(RunRequests.class), GarbageLog.option(garbage))) {
      Duration serving = runner.awaitServing();
      context.screen().progress(String.format(Locale.ROOT, "Silver for %,d events…", events));
      Duration silver = took(runner.run(JobName.SILVER, LONGEST).result());
      context.screen().progress(String.format(Locale.ROOT, "Gold for %,d events…", events));
      Duration gold = took(runner.run(JobName.GOLD, LONGEST).result());
      String memory =
          ProcessFiles.of(runner.pid())
              .peak()
              .map(bytes -> String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000))
              .getOrElse("unknown");
      String told =
          String.format(
              Locale.ROOT,
              "backlog of %,d events (%s), a runner started for it (serving after %.1f s): Silver %.1f"
                  + " s (%,d rows/s), Gold %.1f s (%,d rows/s), greatest resident size %s, %s",
              events,
              "heap of " + GarbageLog.heap(garbage),
              seconds(serving),
              seconds(silver),
              Math.round(events / seconds(silver)),
              seconds(gold),
              Math.round(events / seconds(gold)),
              memory,
              GarbageLog.told(garbage));
      return new Refined(told, seconds(silver) + seconds(gold));
    } finally {
      Files.deleteIfExists(garbage);
    }
  }

  private static Duration took(RunResult result) {
    return Duration.between(result.startedAt(), result.finishedAt());
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
