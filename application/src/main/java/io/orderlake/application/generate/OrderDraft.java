package io.orderlake.application.generate;

import io.orderlake.application.delivery.EventJson;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order event while it is being written: its fields in order, in one version of the contract.
 */
final class OrderDraft {
  private final int version;
  private final Expectation.Sale sale;
  private final Map<String, FieldValue> fields;

  private OrderDraft(int version, Expectation.Sale sale, Map<String, FieldValue> fields) {
    this.version = version;
    this.sale = sale;
    this.fields = fields;
  }

  static OrderDraft of(int version, Expectation.Sale sale) {
    return new OrderDraft(version, sale, new LinkedHashMap<>());
  }

  OrderDraft copy() {
    return new OrderDraft(version, sale, new LinkedHashMap<>(fields));
  }

  /** The same without a discount, so that quantity and price can be spoiled for themselves. */
  OrderDraft undiscounted() {
    return new OrderDraft(version, sale.undiscounted(), new LinkedHashMap<>(fields))
        .remove(OptionalField.DISCOUNT.field());
  }

  int version() {
    return version;
  }

  /** What a valid event of this draft says. */
  Expectation.Sale sale() {
    return sale;
  }

  OrderDraft text(String field, String value) {
    return set(field, new FieldValue.Text(value));
  }

  OrderDraft number(String field, String digits) {
    return set(field, new FieldValue.Number(digits));
  }

  OrderDraft set(String field, FieldValue value) {
    fields.put(recordedName(field), value);
    return this;
  }

  /** Sets the unit price as this version writes it. */
  OrderDraft price(String decimal) {
    return version == 1
        ? number(OrderFields.UNIT_PRICE, decimal)
        : text(OrderFields.UNIT_PRICE, decimal);
  }

  /** Sets the total as this version writes it. */
  OrderDraft total(String decimal) {
    return version == 1
        ? number(OrderFields.TOTAL_AMOUNT, decimal)
        : text(OrderFields.TOTAL_AMOUNT, decimal);
  }

  @Nullable FieldValue get(String field) {
    return fields.get(recordedName(field));
  }

  OrderDraft remove(String field) {
    fields.remove(recordedName(field));
    return this;
  }

  private String recordedName(String field) {
    return version == 1 && field.equals(OrderFields.UNIT_PRICE) ? "price" : field;
  }

  String json() {
    return EventJson.text(fields);
  }

  byte[] bytes() {
    return EventJson.bytes(fields);
  }
}
