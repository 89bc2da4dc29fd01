package io.orderlake.application.audit;

import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.text.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows as counter-examples show them: on one line, without what could steer a terminal. */
final class RowText {
  private static final int LONGEST = 120;

  private RowText() {}

  /** Every field of a Silver row. */
  static Map<String, String> fields(RefinedOrder order) {
    RefinedOrder.Provenance provenance = order.provenance();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event_id", order.eventId());
    fields.put("order_id", order.orderId());
    fields.put("product", order.product());
    fields.put("city", order.city());
    fields.put("quantity", Long.toString(order.quantity()));
    fields.put("unit_price", order.unitPrice().plain());
    fields.put("total_amount", order.total().plain());
    fields.put("currency", order.currency());
    for (OptionalField field : OptionalField.ALL) {
      fields.put(field.field(), order.optional().shown(field));
    }
    fields.put("event_time", order.eventTime().toString());
    fields.put("schema_version", Integer.toString(provenance.schemaVersion()));
    fields.put("rule_set_version", provenance.ruleSet());
    fields.put("warnings", provenance.warnings().toString());
    fields.put("unknown_fields", provenance.unknownFields());
    fields.put("ingest_sequence", Long.toString(provenance.order().ingestSequence()));
    fields.put("content_hash", order.contentHash().toString());
    return fields;
  }

  static String row(RefinedOrder order) {
    Map<String, String> fields = fields(order);
    fields.keySet().retainAll(List.of("product", "city", "total_amount", "event_time"));
    return text(fields);
  }

  /** The fields of the first row that the second one has otherwise. */
  static String differing(RefinedOrder shown, RefinedOrder other) {
    Map<String, String> fields = fields(shown);
    fields.entrySet().removeAll(fields(other).entrySet());
    return text(fields);
  }

  private static String text(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + " '" + printable(field.getValue()) + "'")
        .collect(Collectors.joining(", "));
  }

  static String reasons(List<QuarantineReason> reasons) {
    return reasons.stream()
        .map(reason -> reason.code() + " '" + printable(reason.sentence()) + "'")
        .collect(Collectors.joining(", "));
  }

  static String printable(String value) {
    return SafeText.line(value, LONGEST);
  }
}
