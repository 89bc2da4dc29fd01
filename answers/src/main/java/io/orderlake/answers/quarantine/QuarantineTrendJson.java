package io.orderlake.answers.quarantine;

import io.orderlake.application.quarantine.QuarantineTrend;
import io.orderlake.application.quarantine.ReasonTrend;
import java.util.LinkedHashMap;
import java.util.Map;

/** What lies in the quarantine over time, for programs. */
public final class QuarantineTrendJson {
  private QuarantineTrendJson() {}

  /** When each step begins, in UTC, and how many records of it are held for each reason. */
  public static Map<String, Object> of(QuarantineTrend trend) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("starts", trend.starts().map(Object::toString).toJavaList());
    json.put("reasons", trend.reasons().map(QuarantineTrendJson::json).toJavaList());
    return json;
  }

  private static Map<String, Object> json(ReasonTrend reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", reason.code());
    json.put("records", reason.held());
    json.put("first", reason.first().toString());
    json.put("new", reason.isNew());
    json.put("earlier", reason.earlier());
    json.put("counts", reason.counts().toJavaList());
    return json;
  }
}
