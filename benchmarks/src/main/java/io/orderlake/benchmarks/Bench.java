package io.orderlake.benchmarks;

import io.orderlake.benchmarks.report.Machine;
import io.orderlake.benchmarks.report.Report;
import io.orderlake.benchmarks.report.ReportFiles;
import io.orderlake.benchmarks.report.ReportText;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Section;
import io.vavr.collection.List;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the sections, one after the other, and reports. */
final class Bench {
  private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

  private final BenchContext context;
  private final List<Section> sections;

  Bench(BenchContext context, List<Section> sections) {
    this.context = context;
    this.sections = sections;
  }

  /**
   * Runs. A section that fails is told and reported, and the next one is run.
   *
   * @param out where the results go
   * @return true when no section failed
   */
  boolean run(Path out) {
    double load = Machine.load();
    List<Report.Part> parts = sections.map(this::part);
    Report report =
        new Report(
            Instant.now(),
            Machine.ofThisOne(context.home(), context.brokerBuild()),
            load,
            Machine.load(),
            context.rows(),
            context.repetitions(),
            parts);
    new ReportText(report).lines().forEach(context.screen()::say);
    new ReportFiles(report).write(out);
    context.screen().note("Results are in " + out);
    return parts.forAll(part -> part.failure().isEmpty());
  }

  private Report.Part part(Section section) {
    context.screen().note(section.name() + ": " + section.title());
    try {
      return Report.Part.done(section.name(), section.title(), section.run(context));
    } catch (Exception e) {
      LOG.error("section {} failed", section.name(), e);
      context.screen().complain("section " + section.name() + " failed: " + e);
      return Report.Part.failed(section.name(), section.title(), e.toString());
    }
  }
}
