package io.orderlake.benchmarks;

import io.orderlake.benchmarks.history.HistoryLakes;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Options of single sections. */
final class SectionOptions {
  @CommandLine.Option(
      names = "--history",
      paramLabel = "M",
      split = ",",
      defaultValue = "1,10,50",
      description =
          "Millions of events on the lakes with history, the least first (default: 1,10,50).")
  private java.util.List<Double> history = java.util.List.of();

  @CommandLine.Option(
      names = "--lakes",
      paramLabel = "DIR",
      description =
          "Keep the lakes with history there, and use those that are there. What is not wanted any"
              + " more has to be removed by hand: without a lake's backlog.txt its Silver and Gold"
              + " are made anew, without its directory all of it.")
  private @Nullable Path lakes;

  @CommandLine.Option(
      names = "--fresh-for",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long freshness is watched (default: 300).")
  private long freshFor;

  @CommandLine.Option(
      names = "--console-history",
      paramLabel = "M",
      defaultValue = "5",
      description = "Millions of events on the lake that the console shows (default: 5).")
  private double consoleHistory;

  /** Events on the lakes with history, the least first. */
  List<Long> history() {
    return List.ofAll(history).map(millions -> Math.round(millions * 1e6));
  }

  /** Events on the lake on which the textbook's recompute is measured: 10 M or what comes near. */
  long textbookHistory() {
    List<Long> small = history().filter(events -> events <= HistoryLakes.SHARED);
    return small.isEmpty() ? history().head() : small.last();
  }

  /** Where lakes outlive the run. */
  Option<Path> lakes() {
    return Option.of(lakes).map(Path::toAbsolutePath);
  }

  /** Events on the lake that the console shows. */
  long consoleHistory() {
    return Math.round(consoleHistory * 1e6);
  }

  Duration freshFor() {
    return Duration.ofSeconds(freshFor);
  }
}
