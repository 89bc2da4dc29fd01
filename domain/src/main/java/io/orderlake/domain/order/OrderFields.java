package io.orderlake.domain.order;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;

/**
 * Names of the order event's fields, as the current version writes them; those of the optional ones
 * stand at {@link OptionalField}.
 */
public final class OrderFields {
  public static final String SCHEMA_VERSION = "schema_version";
  public static final String EVENT_ID = "event_id";
  public static final String ORDER_ID = "order_id";
  public static final String PRODUCT = "product";
  public static final String QUANTITY = "quantity";
  public static final String UNIT_PRICE = "unit_price";
  public static final String CURRENCY = "currency";
  public static final String CITY = "city";
  public static final String EVENT_TIME = "event_time";
  public static final String TOTAL_AMOUNT = "total_amount";

  /** All of them; any other field of an event is unknown and kept beside the refined row. */
  public static final Set<String> ALL =
      HashSet.of(
              SCHEMA_VERSION,
              EVENT_ID,
              ORDER_ID,
              PRODUCT,
              QUANTITY,
              UNIT_PRICE,
              CURRENCY,
              CITY,
              EVENT_TIME,
              TOTAL_AMOUNT)
          .addAll(List.ofAll(OptionalField.ALL).map(OptionalField::field));

  private static final java.util.Set<String> KNOWN = ALL.toJavaSet();

  private OrderFields() {}

  /** True for a field that the contract knows. */
  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }
}
