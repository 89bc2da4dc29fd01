package io.orderlake.application.generate;

import static io.orderlake.domain.order.OrderFields.CITY;
import static io.orderlake.domain.order.OrderFields.CURRENCY;
import static io.orderlake.domain.order.OrderFields.EVENT_ID;
import static io.orderlake.domain.order.OrderFields.EVENT_TIME;
import static io.orderlake.domain.order.OrderFields.ORDER_ID;
import static io.orderlake.domain.order.OrderFields.PRODUCT;
import static io.orderlake.domain.order.OrderFields.QUANTITY;
import static io.orderlake.domain.order.OrderFields.TOTAL_AMOUNT;
import static io.orderlake.domain.order.OrderFields.UNIT_PRICE;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.RuleSettings;
import io.vavr.collection.Array;
import io.vavr.collection.HashSet;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Every way in which a generated event's fields are spoiled on purpose. */
final class Defects {
  private static final String MISSING = "field_missing";
  private static final String TYPE = "field_type";
  private static final String BLANK = "text_blank";
  private static final String RANGE = "quantity_out_of_range";
  private static final String UNPARSABLE = "event_time_unparsable";

  private static final String DISCOUNT = OptionalField.DISCOUNT.field();
  private static final String CUSTOMER_ID = OptionalField.CUSTOMER_ID.field();
  private static final String KIND = OptionalField.KIND.field();

  static final String FUTURE = "event_time_in_future";

  static final Array<Defect> ALL =
      Array.of(
          Defect.of(MISSING, EVENT_ID, (draft, rules) -> draft.remove(EVENT_ID)),
          Defect.of(MISSING, ORDER_ID, (draft, rules) -> draft.remove(ORDER_ID)),
          Defect.of(MISSING, PRODUCT, (draft, rules) -> draft.set(PRODUCT, FieldValue.NULL)),
          Defect.of(MISSING, QUANTITY, (draft, rules) -> draft.remove(QUANTITY)),
          Defect.of(MISSING, UNIT_PRICE, (draft, rules) -> draft.remove(UNIT_PRICE)),
          Defect.of(MISSING, CITY, (draft, rules) -> draft.set(CITY, FieldValue.NULL)),
          Defect.of(MISSING, EVENT_TIME, (draft, rules) -> draft.remove(EVENT_TIME)),
          Defect.of(MISSING, CURRENCY, (draft, rules) -> draft.remove(CURRENCY)).since(2),
          Defect.of(TYPE, PRODUCT, (draft, rules) -> draft.number(PRODUCT, "4711")),
          Defect.of(TYPE, QUANTITY, (draft, rules) -> draft.text(QUANTITY, "two")),
          Defect.of(
              TYPE, UNIT_PRICE, (draft, rules) -> draft.set(UNIT_PRICE, new FieldValue.Flag(true))),
          Defect.of(
              TYPE, CITY, (draft, rules) -> draft.set(CITY, new FieldValue.Nested("[\"Bern\"]"))),
          Defect.of(TYPE, EVENT_TIME, (draft, rules) -> draft.number(EVENT_TIME, "1795336530123")),
          Defect.of(BLANK, PRODUCT, (draft, rules) -> draft.text(PRODUCT, "")),
          Defect.of(BLANK, CITY, (draft, rules) -> draft.text(CITY, " \t\u00a0")),
          Defect.of(RANGE, QUANTITY, (draft, rules) -> draft.number(QUANTITY, "0")),
          Defect.of(RANGE, QUANTITY, (draft, rules) -> draft.number(QUANTITY, "-3")),
          Defect.of(RANGE, QUANTITY, (draft, rules) -> draft.number(QUANTITY, "1.5")),
          Defect.of(
              RANGE,
              QUANTITY,
              (draft, rules) -> draft.number(QUANTITY, Long.toString(rules.maxQuantity() + 1))),
          Defect.of("price_not_positive", UNIT_PRICE, (draft, rules) -> draft.price("0.00")),
          Defect.of("price_not_positive", UNIT_PRICE, (draft, rules) -> draft.price("-19.90")),
          Defect.of(
              "price_too_high",
              UNIT_PRICE,
              (draft, rules) ->
                  draft.price(rules.maxUnitPrice().add(new BigDecimal("0.01")).toPlainString())),
          Defect.of("price_too_fine", UNIT_PRICE, (draft, rules) -> draft.price("9.99999")),
          Defect.of(UNPARSABLE, EVENT_TIME, (draft, rules) -> draft.text(EVENT_TIME, "yesterday")),
          Defect.of(
              UNPARSABLE, EVENT_TIME, (draft, rules) -> draft.text(EVENT_TIME, "22.11.2026 10:15")),
          Defect.of(
              UNPARSABLE,
              EVENT_TIME,
              (draft, rules) -> draft.text(EVENT_TIME, "2026-02-30T10:15:30Z")),
          Defect.of(
              FUTURE,
              EVENT_TIME,
              (draft, rules) -> draft.text(EVENT_TIME, future(draft.sale(), rules).toString())),
          Defect.of(
              "event_time_without_zone",
              EVENT_TIME,
              (draft, rules) ->
                  draft.text(
                      EVENT_TIME,
                      LocalDateTime.ofInstant(draft.sale().eventTime(), ZoneOffset.UTC)
                          .toString())),
          Defect.of(
              "currency_unsupported", CURRENCY, (draft, rules) -> draft.text(CURRENCY, "XTS")),
          Defect.of(
              "currency_unsupported",
              CURRENCY,
              (draft, rules) -> draft.text(CURRENCY, rules.currency() + " ")),
          Defect.of(
              "total_mismatch",
              HashSet.of(TOTAL_AMOUNT, QUANTITY, UNIT_PRICE, DISCOUNT),
              (draft, rules) ->
                  draft.total(draft.sale().total().add(new BigDecimal("0.01")).toPlainString())),
          Defect.of(TYPE, DISCOUNT, (draft, rules) -> draft.number(DISCOUNT, "5.00")).since(3),
          Defect.of(TYPE, CUSTOMER_ID, (draft, rules) -> draft.number(CUSTOMER_ID, "20817"))
              .since(3),
          Defect.of(BLANK, CUSTOMER_ID, (draft, rules) -> draft.text(CUSTOMER_ID, " ")).since(3),
          Defect.of("discount_negative", DISCOUNT, (draft, rules) -> draft.text(DISCOUNT, "-0.01"))
              .since(3),
          Defect.of(
                  "discount_too_fine", DISCOUNT, (draft, rules) -> draft.text(DISCOUNT, "0.00001"))
              .since(3),
          Defect.of(
                  "discount_above_amount",
                  HashSet.of(DISCOUNT, QUANTITY, UNIT_PRICE),
                  (draft, rules) ->
                      draft.text(
                          DISCOUNT,
                          draft.sale().total().add(new BigDecimal("0.01")).toPlainString()))
              .since(3),
          Defect.of(TYPE, KIND, (draft, rules) -> draft.set(KIND, new FieldValue.Flag(true)))
              .since(4),
          Defect.of(BLANK, KIND, (draft, rules) -> draft.text(KIND, "")).since(4),
          Defect.of("kind_unknown", KIND, (draft, rules) -> draft.text(KIND, "return")).since(4));

  private Defects() {}

  /** An event time that no tolerance allows. */
  static Instant future(Expectation.Sale sale, RuleSettings rules) {
    return sale.eventTime().plus(rules.futureTolerance()).plus(Duration.ofDays(30));
  }

  /** The rules that an event of that version can break. */
  static Array<String> codes(int version) {
    return ALL.filter(defect -> defect.sinceVersion() <= version).map(Defect::code).distinct();
  }

  /** The ways to break that rule under that version. */
  static Array<Defect> breaking(String code, int version) {
    return ALL.filter(defect -> defect.code().equals(code) && defect.sinceVersion() <= version);
  }
}
