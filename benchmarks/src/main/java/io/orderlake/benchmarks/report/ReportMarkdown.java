package io.orderlake.benchmarks.report;

import io.orderlake.answers.text.Numbers;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.section.Goal;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A report as a page. */
public record ReportMarkdown(Report report) {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The page. */
  public List<String> lines() {
    return List.of(
            "# Results",
            "",
            "Written by `./orderlake bench`; figures are to be compared within this page alone.",
            "")
        .appendAll(circumstances())
        .appendAll(List.of("", "## Goals", ""))
        .appendAll(
            table(
                Figures.GOAL_HEADS,
                1,
                List.of(Goal.values()).map(goal -> Figures.goal(goal, report.measured(goal)))))
        .appendAll(report.parts().flatMap(ReportMarkdown::part));
  }

  private List<String> circumstances() {
    Map<String, String> machine = report.machine().properties();
    return List.of(
        "- " + AT.format(report.at()) + ", " + pairs(machine),
        "- " + pairs(report.versions()),
        "- load average "
            + Figures.load(report.loadBefore())
            + " at the start, "
            + Figures.load(report.loadAfter())
            + " at the end",
        "- "
            + Numbers.count(report.rows(), "event")
            + " in the corpus, "
            + Numbers.count(report.repetitions(), "measurement")
            + " of each contestant, interleaved");
  }

  private static String pairs(Map<String, String> pairs) {
    return pairs.map(pair -> pair._1 + " " + pair._2).mkString(", ");
  }

  private static List<String> part(Report.Part part) {
    List<String> lines = List.of("", "## " + part.name() + ": " + part.title(), "");
    List<Standing> standings = Standing.of(part.result().measurements());
    if (standings.nonEmpty()) {
      Standing first = standings.head();
      lines =
          lines
              .appendAll(
                  table(
                      Figures.heads(first.contestant()),
                      1,
                      standings.map(each -> Figures.row(each, first))))
              .append("");
    }
    List<String> remarks =
        standings
            .flatMap(Figures::facts)
            .appendAll(part.result().notes())
            .appendAll(part.failure().map(failure -> "**failed**: " + failure));
    return lines.appendAll(remarks.map(remark -> "- " + remark));
  }

  /**
   * A table.
   *
   * @param words how many columns hold words; the others hold numbers
   */
  private static List<String> table(List<String> heads, int words, List<List<String>> rows) {
    List<String> rule = heads.zipWithIndex((head, i) -> i < words ? "---" : "---:");
    return rows.prepend(rule).prepend(heads).map(ReportMarkdown::row);
  }

  private static String row(List<String> cells) {
    return "| " + cells.map(cell -> cell.replace("|", "\\|")).mkString(" | ") + " |";
  }

  /** The page's text. */
  public String text() {
    return lines().mkString("", "\n", "\n");
  }
}
