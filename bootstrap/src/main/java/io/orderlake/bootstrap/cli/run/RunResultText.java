package io.orderlake.bootstrap.cli.run;

import io.orderlake.answers.text.Numbers;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import java.time.Duration;

/** A run's result in sentences. */
public final class RunResultText {
  private RunResultText() {}

  /** One line, or a few when there is something to list. */
  static List<String> of(RunResult result) {
    String took = Numbers.seconds(Duration.between(result.startedAt(), result.finishedAt()));
    return result
        .ending()
        .fold(
            succeeded -> {
              String line =
                  result.job()
                      + " succeeded in "
                      + took
                      + ": "
                      + done(succeeded.outcome().report());
              return List.of(line + "; lake version " + succeeded.outcome().lakeVersion());
            },
            failed ->
                List.of(
                    result.job()
                        + " failed after "
                        + took
                        + " ("
                        + failed.failure().category()
                        + (failed.failure().retryable() ? ", may be tried again" : "")
                        + "): "
                        + failed.failure().message()),
            rejected -> List.of("rejected: " + rejected.reason()));
  }

  private static String done(RunReport report) {
    if (report.isNothing()) {
      return "no new records";
    }
    List<String> parts = List.empty();
    Conservation sums = report.conservation();
    if (sums.read() > 0) {
      parts = parts.append(conservation(sums));
    }
    if (report.quarantinedByReason().nonEmpty()) {
      parts = parts.append("quarantined for " + counts(report.quarantinedByReason()));
    }
    if (report.warnings().nonEmpty()) {
      parts = parts.append("warnings " + counts(report.warnings()));
    }
    if (report.eventsFolded() > 0) {
      parts =
          parts.append(
              Numbers.count(report.eventsFolded(), "event")
                  + " folded; cells changed: "
                  + counts(report.cellsChanged()));
    }
    if (report.upkeep().nonEmpty()) {
      parts = parts.append(upkeep(report.upkeep()));
    }
    return parts.mkString("; ");
  }

  /** The law, with its numbers. */
  public static String conservation(Conservation sums) {
    return Numbers.count(sums.read())
        + " read"
        + (sums.furtherLines() == 0 ? "" : " of " + Numbers.count(sums.lines(), "line"))
        + " = "
        + Numbers.count(sums.refined())
        + " refined + "
        + Numbers.count(sums.quarantined())
        + " quarantined + "
        + Numbers.count(sums.duplicates(), "duplicate");
  }

  private static String upkeep(SortedMap<String, Long> done) {
    return done.map(c -> c._1.replace('_', ' ') + " " + Numbers.count(c._2)).mkString(", ");
  }

  private static String counts(SortedMap<String, Long> counts) {
    return counts.map(c -> c._1 + " " + Numbers.count(c._2)).mkString(", ");
  }
}
