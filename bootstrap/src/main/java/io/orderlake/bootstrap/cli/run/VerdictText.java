package io.orderlake.bootstrap.cli.run;

import io.orderlake.application.check.Verdict;
import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Finding;
import io.orderlake.domain.alert.Severity;
import io.vavr.collection.Seq;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a lake is, for people and for programs. */
final class VerdictText {
  private VerdictText() {}

  /** A line for each finding, then one that says how bad it is. */
  static Seq<String> lines(Verdict verdict) {
    return verdict.findings().map(VerdictText::line).append(summary(verdict));
  }

  private static String line(Finding finding) {
    Alert alert = finding.alert();
    return word(alert.severity())
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
        + worst(verdict)
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

  static Map<String, Object> json(Verdict verdict) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", verdict.at().toString());
    json.put("check", worst(verdict));
    json.put("findings", verdict.findings().map(VerdictText::finding).toJavaList());
    json.put("judged", verdict.judged().map(Alert::title).toJavaList());
    json.put("unjudged", verdict.unjudged().map(Alert::title).toJavaList());
    return json;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alert", finding.alert().title());
    json.put("level", word(finding.alert().severity()));
    json.put("part", finding.alert().part().word());
    json.put("where", finding.where().toJavaMap());
    json.put("what", finding.what());
    json.put("next_step", finding.alert().advice());
    json.put("runbook", finding.alert().runbook());
    return json;
  }

  private static String worst(Verdict verdict) {
    return verdict.worst().map(VerdictText::word).getOrElse("ok");
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case TICKET -> "warn";
      case PAGE -> "bad";
    };
  }
}
