package io.orderlake.application.audit.finding;

import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.table.SilverColumns;
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
    fields.put(SilverColumns.EVENT_ID, order.eventId());
    fields.put(SilverColumns.ORDER_ID, order.orderId());
    fields.put(SilverColumns.PRODUCT, order.product());
    fields.put(SilverColumns.CITY, order.city());
    fields.put(SilverColumns.QUANTITY, Long.toString(order.quantity()));
    fields.put(SilverColumns.UNIT_PRICE, order.unitPrice().plain());
    fields.put(SilverColumns.TOTAL_AMOUNT, order.total().plain());
    fields.put(SilverColumns.CURRENCY, order.currency());
    fields.put(
        SilverColumns.CONVERTED_AMOUNT, order.converted() == null ? "" : order.converted().plain());
    for (OptionalField field : OptionalField.ALL) {
      fields.put(field.field(), order.optional().shown(field));
    }
    fields.put(SilverColumns.EVENT_TIME, order.eventTime().toString());
    fields.put(SilverColumns.SCHEMA_VERSION, Integer.toString(provenance.schemaVersion()));
    fields.put(SilverColumns.RULE_SET_VERSION, provenance.ruleSet());
    fields.put(SilverColumns.WARNINGS, provenance.warnings().toString());
    fields.put(SilverColumns.UNKNOWN_FIELDS, provenance.unknownFields());
    fields.put(SilverColumns.INGEST_SEQUENCE, Long.toString(provenance.order().ingestSequence()));
    fields.put(SilverColumns.SOURCE_LINE, Integer.toString(provenance.order().line()));
    fields.put(SilverColumns.CONTENT_HASH, order.contentHash().toString());
    return fields;
  }

  static String row(RefinedOrder order) {
    Map<String, String> fields = fields(order);
    fields
        .keySet()
        .retainAll(
            List.of(
                SilverColumns.PRODUCT,
                SilverColumns.CITY,
                SilverColumns.TOTAL_AMOUNT,
                SilverColumns.EVENT_TIME));
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
