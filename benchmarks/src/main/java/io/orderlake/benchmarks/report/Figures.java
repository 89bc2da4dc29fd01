package io.orderlake.benchmarks.report;

import io.orderlake.answers.text.Numbers;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.section.Goal;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.Locale;

/** The tables' cells, alike on the terminal and on the page. */
final class Figures {
  static final String NOTHING = "–";
  static final List<String> GOAL_HEADS = List.of("what", "floor", "aim", "measured", "");

  private static final double MEGABYTE = 1e6;

  private Figures() {}

  /** A goal's row. */
  static List<String> goal(Goal goal, Option<Double> measured) {
    return List.of(
        goal.what(),
        goal.floor(),
        goal.aim(),
        measured.map(goal::text).getOrElse(NOTHING),
        measured.map(goal::verdict).getOrElse("not measured"));
  }

  /** The heads of a section's table; {@code first} is whom the others are compared with. */
  static List<String> heads(String first) {
    return List.of(
        "contestant",
        "rows",
        "seconds: median (least–most)",
        "rows/s",
        "rows/CPU s",
        "peak MB",
        "written MB",
        first + " is faster by");
  }

  /** A contestant's row. */
  static List<String> row(Standing standing, Standing first) {
    return List.of(
        standing.contestant(),
        Numbers.count(standing.rows()),
        standing.wall().text(),
        rate(standing.rate()),
        standing.ratePerCpuSecond().map(Figures::rate).getOrElse(NOTHING),
        standing.peakMemory().map(Figures::megabytes).getOrElse(NOTHING),
        standing.bytesWritten().map(Figures::megabytes).getOrElse(NOTHING),
        standing.equals(first) ? NOTHING : times(first.timesAsFastAs(standing)));
  }

  /** The facts of a contestant as a sentence; none when there are none. */
  static Option<String> facts(Standing standing) {
    return Option.when(
        standing.facts().nonEmpty(),
        () ->
            standing.contestant()
                + ": "
                + standing.facts().map(fact -> fact._1 + " " + fact._2).mkString(", "));
  }

  static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f ×", ratio);
  }

  static String load(double load) {
    return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
  }

  private static String rate(double rate) {
    return rate < 100 ? String.format(Locale.ROOT, "%.1f", rate) : Numbers.count(Math.round(rate));
  }

  private static String megabytes(long bytes) {
    double megabytes = bytes / MEGABYTE;
    return String.format(Locale.ROOT, megabytes < 1 ? "%,.3f" : "%,.1f", megabytes);
  }
}
