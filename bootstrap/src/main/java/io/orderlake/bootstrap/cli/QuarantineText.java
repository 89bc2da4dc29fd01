package io.orderlake.bootstrap.cli;

import io.orderlake.application.quarantine.QuarantinePage;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Quarantined records for people and for programs. */
final class QuarantineText {
  private static final int SHOWN = 160;

  private QuarantineText() {}

  /** Where the record came from, its reasons, its bytes as far as they are text. */
  static List<String> lines(QuarantinedRecord quarantined) {
    List<String> lines = new ArrayList<>();
    lines.add(quarantined.record().source() + "  " + quarantined.record().timestamp());
    for (QuarantineReason reason : quarantined.reasons()) {
      lines.add("  " + reason.code() + ": " + reason.sentence());
    }
    String value = text(quarantined.record().content().value());
    if (value != null) {
      lines.add("  " + printable(value));
    }
    return lines;
  }

  static Map<String, Object> json(QuarantinePage page) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lake_version", page.lake().number());
    json.put("records", page.records());
    json.put("by_reason", page.byReason().toJavaMap());
    json.put("matching", page.matching());
    json.put("newest", page.newest().map(QuarantineText::json).toJavaList());
    return json;
  }

  private static Map<String, @Nullable Object> json(QuarantinedRecord quarantined) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("topic", quarantined.record().source().topic());
    json.put("partition", quarantined.record().source().partition());
    json.put("offset", quarantined.record().source().offset());
    json.put("timestamp", quarantined.record().timestamp().toString());
    json.put("key", text(quarantined.record().content().key()));
    json.put("value", text(quarantined.record().content().value()));
    json.put("rule_set_version", quarantined.ruleSet());
    json.put(
        "reasons",
        quarantined.reasons().stream()
            .map(r -> Map.of("code", r.code(), "field", r.field(), "sentence", r.sentence()))
            .toList());
    return json;
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /** On one line, without what could steer a terminal. */
  static String printable(String value) {
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    return shown.replaceAll("\\p{Cntrl}", "·");
  }
}
