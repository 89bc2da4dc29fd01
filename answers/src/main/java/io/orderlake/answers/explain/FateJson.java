package io.orderlake.answers.explain;

import io.orderlake.answers.refund.OverRefundsJson;
import io.orderlake.answers.text.PositionJson;
import io.orderlake.application.explain.Fate;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.Seq;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a record, for programs. */
public final class FateJson implements Fate.Cases<Map<String, @Nullable Object>> {
  @Override
  public Map<String, @Nullable Object> refined(Fate.Refined fate) {
    Map<String, @Nullable Object> json = named("refined");
    json.put("row", row(fate.row()));
    json.put("quarantined_before", quarantined(fate.before()));
    json.put("cancelled_by", fate.withdrawal().map(FateJson::source).getOrNull());
    json.put("order_balance", fate.balance().map(OverRefundsJson::of).getOrNull());
    return json;
  }

  @Override
  public Map<String, @Nullable Object> quarantined(Fate.Quarantined fate) {
    Map<String, @Nullable Object> json = named("quarantined");
    json.put("quarantined", quarantined(fate.stored()));
    json.put("first", fate.first().map(FateJson::source).getOrNull());
    return json;
  }

  @Override
  public Map<String, @Nullable Object> duplicate(Fate.Duplicate fate) {
    Map<String, @Nullable Object> json = named("duplicate");
    json.put("first", source(fate.first()));
    return json;
  }

  @Override
  public Map<String, @Nullable Object> unread(Fate.Unread fate) {
    return named("unread");
  }

  @Override
  public Map<String, @Nullable Object> unaccounted(Fate.Unaccounted fate) {
    return named("unaccounted");
  }

  private static Map<String, @Nullable Object> named(String fate) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("fate", fate);
    return json;
  }

  private static Map<String, @Nullable Object> source(RefinedOrder row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("event_id", row.eventId());
    json.putAll(PositionJson.of(row.provenance().order().position()));
    return json;
  }

  private static Map<String, @Nullable Object> row(RefinedOrder row) {
    Map<String, @Nullable Object> json = content(row);
    json.put("schema_version", row.provenance().schemaVersion());
    json.put("rule_set_version", row.provenance().ruleSet());
    json.put("warnings", row.provenance().warnings());
    json.put("unknown_fields", row.provenance().unknownFields());
    return json;
  }

  /** What a row of Silver says, without how it came to be. */
  public static Map<String, @Nullable Object> content(RefinedOrder row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("event_id", row.eventId());
    json.put("order_id", row.orderId());
    json.put("product", row.product());
    json.put("city", row.city());
    json.put("quantity", row.quantity());
    json.put("unit_price", row.unitPrice().plain());
    json.put("total_amount", row.total().plain());
    json.put("currency", row.currency());
    json.put("converted_amount", row.converted() == null ? null : row.converted().plain());
    OptionalField.ALL.forEach(field -> json.put(field.field(), row.optional().plain(field)));
    json.put("event_time", row.eventTime().toString());
    return json;
  }

  private static List<Map<String, Object>> quarantined(Seq<QuarantinedRecord> decisions) {
    return decisions.map(FateJson::decision).toJavaList();
  }

  private static Map<String, Object> decision(QuarantinedRecord stored) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule_set_version", stored.ruleSet());
    json.put("reasons", reasons(stored.reasons()));
    return json;
  }

  /** Every reason with its code, field and sentence. */
  public static List<Map<String, String>> reasons(List<QuarantineReason> reasons) {
    return reasons.stream()
        .map(r -> Map.of("code", r.code(), "field", r.field(), "sentence", r.sentence()))
        .toList();
  }
}
