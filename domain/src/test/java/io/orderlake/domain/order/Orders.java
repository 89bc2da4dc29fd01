package io.orderlake.domain.order;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.order.FieldValue.Number;
import io.orderlake.domain.order.FieldValue.Text;
import io.orderlake.domain.silver.Cancellation;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/** Decoded events for the tests of rules; each starts valid. */
public final class Orders {
  public static final Instant RECEIVED = Instant.parse("2026-11-22T10:20:00Z");

  private Orders() {}

  /** A valid version 2 event. */
  public static RecordedOrder v2() {
    LinkedHashMap<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("schema_version", new Number("2"));
    fields.put("event_id", new Text("e-1"));
    fields.put("order_id", new Text("100045"));
    fields.put("product", new Text("Laptop"));
    fields.put("quantity", new Number("2"));
    fields.put("unit_price", new Text("899.99"));
    fields.put("currency", new Text("USD"));
    fields.put("city", new Text("New York"));
    fields.put("event_time", new Text("2026-11-22T10:15:30.123Z"));
    return RecordedOrder.of(fields);
  }

  /** The same event as version 3 writes it, with nothing that version 2 did not have. */
  public static RecordedOrder v3() {
    return v2().with("schema_version", new Number("3"));
  }

  /** What version 4 calls a refund of it. */
  public static RecordedOrder refund() {
    return v2().with("schema_version", new Number("4")).with("kind", new Text("refund"));
  }

  /** What version 5 calls a cancellation of it. */
  public static RecordedOrder cancellation() {
    LinkedHashMap<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("schema_version", new Number("5"));
    fields.put("event_id", new Text("e-1"));
    fields.put("kind", new Text("cancellation"));
    return RecordedOrder.of(fields);
  }

  /** The same event as version 1 wrote it. */
  public static RecordedOrder v1() {
    LinkedHashMap<String, FieldValue> fields = new LinkedHashMap<>(v2().fields());
    fields.remove("schema_version");
    fields.remove("unit_price");
    fields.remove("currency");
    fields.put("price", new Number("899.99"));
    return RecordedOrder.of(fields);
  }

  public static RecordedOrder without(RecordedOrder event, String field) {
    LinkedHashMap<String, FieldValue> fields = new LinkedHashMap<>(event.fields());
    fields.remove(field);
    return RecordedOrder.of(fields);
  }

  public static BronzeRecord record() {
    return new BronzeRecord(
        new BronzeOrder(7, new SourcePosition("orders", 1, 42)),
        RECEIVED,
        TimestampType.CREATE_TIME,
        new BronzeRecord.Content(null, new byte[0], List.of()));
  }

  /** The codes of the rules that the event breaks, under default settings. */
  public static List<String> reasons(RecordedOrder event) {
    return reasons(event, RuleSettings.DEFAULTS);
  }

  public static List<String> reasons(RecordedOrder event, RuleSettings settings) {
    return RuleSet.of(settings).judge(record(), record().order(), event)
            instanceof Verdict.Rejected rejected
        ? rejected.reasons().stream().map(r -> r.code() + ":" + r.field()).toList()
        : List.of();
  }

  /** What a valid cancellation says. */
  public static Cancellation cancelled(RecordedOrder event) {
    Verdict verdict = verdict(event);
    if (verdict instanceof Verdict.Cancels cancels) {
      return cancels.cancellation();
    }
    throw new AssertionError("cancels nothing: " + verdict);
  }

  private static Verdict verdict(RecordedOrder event) {
    return RuleSet.of(RuleSettings.DEFAULTS).judge(record(), record().order(), event);
  }

  /** The order that a valid event becomes. */
  public static RefinedOrder refined(RecordedOrder event) {
    Verdict verdict = verdict(event);
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted.order();
    }
    throw new AssertionError("not accepted: " + verdict);
  }
}
