package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.OrderRule;
import io.vavr.collection.List;
import io.vavr.collection.Set;

/** All current rules, in the order in which a record's reasons are listed. */
public final class OrderRules {
  /** The bytes are no event, so that no other rule can look. */
  public static final String UNDECODABLE = "undecodable";

  /** The event's version is not known, so that its fields have no meaning. */
  public static final String UNKNOWN_VERSION = "unknown_version";

  /** The event id is taken by an event with other content; decided by de-duplication. */
  public static final String DUPLICATE_CONFLICT = "duplicate_conflict";

  /** It cancels an event that is not there yet; decided by de-duplication, and it waits for it. */
  public static final String CANCELLATION_WAITS = "cancellation_waits";

  /** Judging the record failed, by a defect of the program; it alone is set aside. */
  public static final String UNJUDGED = "unjudged";

  /** The rules that look at an event's fields. */
  public static final List<OrderRule> ALL =
      List.of(
          new FieldMissing(),
          new FieldType(),
          new TextBlank(),
          new KindUnknown(),
          new QuantityOutOfRange(),
          new PriceNotPositive(),
          new PriceTooHigh(),
          new PriceTooFine(),
          new DiscountNegative(),
          new DiscountTooFine(),
          new DiscountAboveAmount(),
          new EventTimeUnparsable(),
          new EventTimeInFuture(),
          new EventTimeWithoutZone(),
          new CurrencyUnsupported(),
          new RateMissing(),
          new TotalMismatch());

  /** Codes decided before or after the rules, all of severity QUARANTINE and never WARN. */
  public static final List<String> STRUCTURAL =
      List.of(UNDECODABLE, UNKNOWN_VERSION, UNJUDGED, DUPLICATE_CONFLICT, CANCELLATION_WAITS);

  private OrderRules() {}

  /** Every code there is. */
  public static Set<String> codes() {
    return ALL.map(OrderRule::code).appendAll(STRUCTURAL).toLinkedSet();
  }

  /** The codes whose severity may be lowered to a warning. */
  public static Set<String> codesThatMayWarn() {
    return ALL.filter(OrderRule::mayWarn).map(OrderRule::code).toLinkedSet();
  }
}
