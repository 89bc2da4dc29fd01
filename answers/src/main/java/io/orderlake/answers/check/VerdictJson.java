package io.orderlake.answers.check;

import io.orderlake.application.check.Verdict;
import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Finding;
import io.orderlake.domain.alert.Severity;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a lake is, for programs. */
public final class VerdictJson {
  private VerdictJson() {}

  public static Map<String, Object> of(Verdict verdict) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", verdict.at().toString());
    json.put("check", worst(verdict));
    json.put("findings", verdict.findings().map(VerdictJson::finding).toJavaList());
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

  /** How bad it is: {@code ok}, {@code warn} or {@code bad}. */
  public static String worst(Verdict verdict) {
    return verdict.worst().map(VerdictJson::word).getOrElse("ok");
  }

  /** How bad something of that severity is. */
  public static String word(Severity severity) {
    return switch (severity) {
      case TICKET -> "warn";
      case PAGE -> "bad";
    };
  }
}
