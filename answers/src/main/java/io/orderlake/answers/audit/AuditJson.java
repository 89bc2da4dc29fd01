package io.orderlake.answers.audit;

import io.orderlake.answers.text.PositionJson;
import io.orderlake.application.audit.verdict.AuditFigures;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.audit.verdict.Difference;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.lake.TableId;
import io.orderlake.protocol.lake.CountsJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An audit's verdict, for programs. */
public final class AuditJson {
  private AuditJson() {}

  /** Replayed records in a second. */
  public static long rate(AuditVerdict verdict, Duration took) {
    return verdict.figures().replayed().read() * 1000 / Math.max(1, took.toMillis());
  }

  /** The verdict; what {@code audit --json} prints. */
  public static Map<String, @Nullable Object> of(AuditVerdict verdict, Duration took) {
    AuditFigures figures = verdict.figures();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("intact", verdict.isIntact());
    json.put("lake_version", verdict.lake().number());
    json.put("rule_set_version", verdict.ruleSet());
    json.put("from", verdict.scope().from().map(Object::toString).getOrNull());
    json.put("to", verdict.scope().to().map(Object::toString).getOrNull());
    json.put("sample", verdict.scope().sample().getOrNull());
    json.put("replayed", CountsJson.write(figures.replayed()));
    json.put(CountsJson.QUARANTINED_BY_REASON, CountsJson.byName(figures.quarantinedByReason()));
    json.put("compared", figures.compared().mapKeys(TableId::path).toJavaMap());
    json.put("older_rules", figures.olderRules().toJavaMap());
    json.put("accepted_gaps", figures.acceptedGaps().toList().map(AuditJson::gap).toJavaList());
    json.put("differences", verdict.differences().map(AuditJson::json).toJavaList());
    json.put("milliseconds", took.toMillis());
    json.put("records_per_second", rate(verdict, took));
    return json;
  }

  private static Map<String, @Nullable Object> json(Difference difference) {
    Difference.CounterExample example = difference.example();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("table", difference.table().path());
    json.put("kind", difference.kind().code());
    json.put("count", difference.count());
    json.put("subject", example.subject());
    json.put("source", example.source().map(PositionJson::of).getOrNull());
    json.put("replayed", example.replayed());
    json.put("stored", example.stored());
    return json;
  }

  /** Offsets that were lost, for programs. */
  public static Map<String, Object> gap(OffsetGap gap) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topic", gap.partition().topic());
    json.put("partition", gap.partition().partition());
    json.put("from", gap.from());
    json.put("until", gap.until());
    return json;
  }
}
