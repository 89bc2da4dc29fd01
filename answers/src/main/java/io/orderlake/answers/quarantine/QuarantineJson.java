package io.orderlake.answers.quarantine;

import io.orderlake.answers.explain.FateJson;
import io.orderlake.answers.text.PositionJson;
import io.orderlake.answers.text.RawBytes;
import io.orderlake.application.quarantine.QuarantinePage;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was set aside, for programs. */
public final class QuarantineJson {
  private QuarantineJson() {}

  /** Counts and records; what {@code quarantine --json} prints. */
  public static Map<String, Object> of(QuarantinePage page) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lake_version", page.lake().number());
    json.put("records", page.records());
    json.put("by_reason", page.byReason().toJavaMap());
    json.put("matching", page.matching());
    json.put("newest", page.newest().map(QuarantineJson::json).toJavaList());
    return json;
  }

  private static Map<String, @Nullable Object> json(QuarantinedRecord quarantined) {
    Map<String, @Nullable Object> json = PositionJson.of(quarantined.order().position());
    json.put("timestamp", quarantined.record().timestamp().toString());
    RawBytes.put(json, "key", quarantined.record().content().key());
    RawBytes.put(json, "value", quarantined.record().content().value());
    json.put("rule_set_version", quarantined.ruleSet());
    json.put("reasons", FateJson.reasons(quarantined.reasons()));
    return json;
  }
}
