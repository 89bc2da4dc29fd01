package io.orderlake.benchmarks.report;

import io.orderlake.benchmarks.section.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A report on disk: {@code results.json} and {@code RESULTS.md}. */
public record ReportFiles(Report report) {
  /** Writes both into a directory, over those of an earlier run. */
  public void write(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("results.json"), new ReportJson(report).text());
      Files.writeString(directory.resolve("RESULTS.md"), new ReportMarkdown(report).text());
    } catch (IOException e) {
      throw new BenchFailure("cannot write the results into " + directory, e);
    }
  }
}
