package io.orderlake.bootstrap.terminal;

import io.orderlake.answers.audit.AuditJson;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.audit.verdict.AuditFigures;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.audit.verdict.Difference;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.time.Duration;

/**
 * An audit's verdict for people.
 *
 * @param took how long the audit took
 */
public record AuditText(AuditVerdict verdict, Duration took) {
  /** What was compared, what differs, the verdict. */
  public List<String> lines() {
    AuditFigures figures = verdict.figures();
    List<String> lines = table(figures);
    lines = lines.append(replayed(figures));
    for (Tuple2<String, Long> older : figures.olderRules()) {
      lines =
          lines.append(
              Numbers.count(older._2, "row")
                  + " decided under rules "
                  + older._1
                  + ", not today's "
                  + verdict.ruleSet()
                  + ": taken as stored");
    }
    lines = lines.appendAll(verdict.ofGenerations());
    for (OffsetGap gap : figures.acceptedGaps()) {
      lines = lines.append(lost(gap));
    }
    if (!verdict.scope().isEverything()) {
      lines = lines.append(verdict.scope().leftOut());
    }
    return lines.appendAll(verdict.differences().map(d -> "✗ " + d.sentence())).append(opening());
  }

  /** One line on offsets that were lost. */
  public static String lost(OffsetGap gap) {
    return Numbers.count(gap.size(), "offset")
        + " lost in Kafka and accepted as such: "
        + gap.partition()
        + ", "
        + gap.from()
        + " to "
        + (gap.until() - 1);
  }

  /** The verdict alone. */
  public String opening() {
    String lake = "lake version " + verdict.lake().number();
    return verdict.isIntact()
        ? "✓ " + lake + " is what a replay of Bronze gives"
        : "✗ " + lake + " is not what a replay of Bronze gives. What to do: " + verdict.advice();
  }

  private List<String> table(AuditFigures figures) {
    Set<TableId> differing = verdict.differences().map(Difference::table).toSet();
    TextTable table =
        TextTable.of(TextTable.left("table"), TextTable.right("rows compared"), TextTable.left(""));
    for (Tuple2<TableId, Long> compared : figures.compared()) {
      table =
          table.row(
              compared._1.path(),
              Numbers.count(compared._2),
              differing.contains(compared._1) ? "✗" : "✓");
    }
    return table.lines();
  }

  private String replayed(AuditFigures figures) {
    Conservation sums = figures.replayed();
    return "replayed "
        + Numbers.count(sums.read(), "record")
        + (sums.furtherLines() == 0 ? "" : " of " + Numbers.count(sums.lines(), "line"))
        + " = "
        + Numbers.count(sums.refined())
        + " refined + "
        + Numbers.count(sums.quarantined())
        + " quarantined + "
        + Numbers.count(sums.duplicates(), "duplicate")
        + " in "
        + Numbers.seconds(took)
        + " ("
        + Numbers.count(AuditJson.rate(verdict, took))
        + " records/s)";
  }
}
