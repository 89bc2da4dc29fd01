package io.orderlake.bootstrap.cli.run;

import io.orderlake.answers.check.VerdictJson;
import io.orderlake.application.check.Verdict;
import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Finding;
import io.vavr.collection.Seq;

/** How a lake is, for people. */
final class VerdictText {
  private VerdictText() {}

  /** A line for each finding, then one that says how bad it is. */
  static Seq<String> lines(Verdict verdict) {
    return verdict.findings().map(VerdictText::line).append(summary(verdict));
  }

  private static String line(Finding finding) {
    Alert alert = finding.alert();
    return VerdictJson.word(alert.severity())
        + ": "
        + alert.title()
        + where(finding)
        + ": "
        + finding.what()
        + "; "
        + alert.advice()
        + " ("
        + alert.runbook()
        + ")";
  }

  private static String where(Finding finding) {
    return finding.where().isEmpty()
        ? ""
        : finding.where().map(label -> label._1 + "=" + label._2).mkString(" {", ", ", "}");
  }

  private static String summary(Verdict verdict) {
    int wrong = verdict.findings().size();
    int unjudged = verdict.unjudged().size();
    return "check: "
        + VerdictJson.worst(verdict)
        + ", "
        + wrong
        + (wrong == 1 ? " finding, " : " findings, ")
        + verdict.judged().size()
        + " limits looked at"
        + (unjudged == 0
            ? ""
            : "; not judged, for want of what cannot be read: "
                + verdict.unjudged().map(Alert::title).mkString(", "));
  }
}
