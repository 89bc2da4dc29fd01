package io.orderlake.benchmarks.report;

import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.bootstrap.terminal.TextTable;
import io.vavr.collection.List;

/** A report for the terminal. */
public record ReportText(Report report) {
  /** A table for each section, then the goals that were measured. */
  public List<String> lines() {
    return report.parts().flatMap(ReportText::part).appendAll(goals());
  }

  private static List<String> part(Report.Part part) {
    List<String> lines = List.of("", part.name() + ": " + part.title(), "");
    List<Standing> standings = Standing.of(part.result().measurements());
    if (standings.nonEmpty()) {
      Standing first = standings.head();
      lines =
          lines.appendAll(
              table(
                  Figures.heads(first.contestant()),
                  1,
                  standings.map(each -> Figures.row(each, first))));
    }
    return lines
        .appendAll(standings.flatMap(Figures::facts))
        .appendAll(part.result().notes())
        .appendAll(part.failure().map(failure -> "failed: " + failure));
  }

  private List<String> goals() {
    List<List<String>> rows =
        List.of(Goal.values())
            .filter(goal -> report.measured(goal).isDefined())
            .map(goal -> Figures.goal(goal, report.measured(goal)));
    return rows.isEmpty()
        ? List.empty()
        : table(Figures.GOAL_HEADS, 1, rows).prependAll(List.of("", "Goals", ""));
  }

  /**
   * A table.
   *
   * @param words how many columns hold words; the others hold numbers
   */
  private static List<String> table(List<String> heads, int words, List<List<String>> rows) {
    TextTable table =
        new TextTable(
            heads.zipWithIndex((head, i) -> new TextTable.Column(head, i >= words)), List.empty());
    for (List<String> row : rows) {
      table = table.row(row.toJavaArray(String[]::new));
    }
    return table.lines();
  }
}
