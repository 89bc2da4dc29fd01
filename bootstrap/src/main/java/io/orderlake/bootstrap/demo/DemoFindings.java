package io.orderlake.bootstrap.demo;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.quarantine.QuarantinePage;
import io.orderlake.bootstrap.terminal.Line;
import io.orderlake.bootstrap.terminal.TextTable;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.text.SafeText;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;

/** What the demo found in its lake, set for reading. */
final class DemoFindings {
  private DemoFindings() {}

  /** The quarantine by reason, each with a sentence of one record as an example. */
  static List<String> quarantine(QuarantinePage page) {
    Map<String, String> examples =
        page.newest()
            .map(QuarantinedRecord::reasons)
            .flatMap(reasons -> reasons)
            .toMap(QuarantineReason::code, QuarantineReason::sentence);
    TextTable table =
        TextTable.of(
            TextTable.left("reason"), TextTable.right("records"), TextTable.left("for example"));
    for (Tuple2<String, Long> count : page.byReason()) {
      table =
          table.row(
              count._1, Numbers.count(count._2), shortened(examples.get(count._1).getOrElse("")));
    }
    return table.lines();
  }

  private static String shortened(String sentence) {
    return sentence.length() > 70 ? SafeText.cut(sentence, 69) + "…" : sentence;
  }

  /** Sent and found side by side. */
  static List<Line> verdict(Seq<Verdict.Comparison> comparisons) {
    TextTable table =
        TextTable.of(
            TextTable.left("what"),
            TextTable.right("sent"),
            TextTable.right("in the lake"),
            TextTable.left(""));
    for (Verdict.Comparison c : comparisons) {
      table = table.row(c.what(), c.sent(), c.found(), c.holds() ? "✓" : "✗");
    }
    return table
        .lines()
        .map(
            line ->
                line.endsWith("✓") || line.endsWith("✗")
                    ? Line.of(line.substring(0, line.length() - 1))
                        .plus(Story.check(line.endsWith("✓")))
                    : Line.of(line));
  }
}
