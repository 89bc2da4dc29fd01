package io.orderlake.domain.silver;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.order.OrderKind;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid order event, standardised and priced: what a Silver row holds.
 *
 * @param eventId the producer's id of the event; one row for each in Silver, and another if the
 *     event was cancelled
 * @param orderId the order it belongs to
 * @param product standardised, never blank
 * @param city standardised, never blank
 * @param quantity a whole number of units: above 0, or below 0 where they are taken back; the other
 *     way round in a withdrawal
 * @param unitPrice above 0
 * @param total quantity times unit price, less the discount, exact; 0 or more, or 0 or less where
 *     units are taken back, and then the discount makes that less
 * @param currency ISO 4217 code, upper case
 * @param converted the total in the one currency that the rates convert to, rounded; null where
 *     nothing was converted
 * @param eventTime UTC, to the microsecond
 * @param optional what the event has in its optional fields
 * @param provenance versions, warnings, unknown fields and where the record lies
 * @param contentHash the standardised content's fingerprint, to tell a repeat from a conflict; of a
 *     withdrawal that of the event that it takes back
 */
public record RefinedOrder(
    String eventId,
    String orderId,
    String product,
    String city,
    long quantity,
    Amount unitPrice,
    Amount total,
    String currency,
    @Nullable Amount converted,
    Instant eventTime,
    OptionalValues optional,
    Provenance provenance,
    ContentHash contentHash)
    implements Serializable {
  /** An order with the fingerprint of what it says. */
  public RefinedOrder(
      String eventId,
      String orderId,
      String product,
      String city,
      long quantity,
      Amount unitPrice,
      Amount total,
      String currency,
      @Nullable Amount converted,
      Instant eventTime,
      OptionalValues optional,
      Provenance provenance) {
    this(
        eventId,
        orderId,
        product,
        city,
        quantity,
        unitPrice,
        total,
        currency,
        converted,
        eventTime,
        optional,
        provenance,
        OrderContent.of(
            orderId,
            product,
            city,
            quantity,
            unitPrice,
            currency,
            eventTime,
            optional,
            provenance.unknownFields()));
  }

  /** The same with that converted amount, or none. */
  public RefinedOrder withConverted(@Nullable Amount other) {
    return new RefinedOrder(
        eventId,
        orderId,
        product,
        city,
        quantity,
        unitPrice,
        total,
        currency,
        other,
        eventTime,
        optional,
        provenance,
        contentHash);
  }

  /**
   * By how much the total is lowered, from 0 to quantity times unit price; null when the event
   * names none.
   */
  public @Nullable Amount discount() {
    return optional.amount(OptionalField.DISCOUNT);
  }

  /**
   * Whether the row takes back what the row of the same event adds, because the event was
   * cancelled.
   */
  public boolean isWithdrawal() {
    return OrderKind.CANCELLATION.word().equals(optional.text(OptionalField.KIND));
  }

  /** The same the other way round. */
  RefinedOrder turned(OptionalValues otherOptional, Provenance other) {
    return new RefinedOrder(
        eventId,
        orderId,
        product,
        city,
        -quantity,
        unitPrice,
        total.times(-1),
        currency,
        converted == null ? null : converted.times(-1),
        eventTime,
        otherOptional,
        other,
        contentHash);
  }

  /** Whether it is a withdrawal and takes back just what the event said whose content it names. */
  public boolean withdrawsItsContent() {
    if (!isWithdrawal()) {
      return false;
    }
    OptionalValues named = optional.without(OptionalField.KIND);
    boolean wasRefund = quantity > 0;
    Amount discount = optional.amount(OptionalField.DISCOUNT);
    Amount lowered = discount == null ? Amount.ZERO : discount.times(wasRefund ? 1 : -1);
    ContentHash said =
        OrderContent.of(
            orderId,
            product,
            city,
            -quantity,
            unitPrice,
            currency,
            eventTime,
            wasRefund ? named.with(OptionalField.KIND, OrderKind.REFUND.word()) : named,
            provenance.unknownFields());
    return said.equals(contentHash) && total.equals(unitPrice.times(quantity).minus(lowered));
  }

  /** The producer's id of who bought; null when the event names none. */
  public @Nullable String customerId() {
    return optional.text(OptionalField.CUSTOMER_ID);
  }

  /**
   * How the row came to be.
   *
   * @param order the record's place in Bronze, with its Kafka address
   * @param schemaVersion the event's version as recorded
   * @param ruleSet the version of the rules that admitted it
   * @param warnings codes of the rules it broke that only warn, in the order of the rules
   * @param unknownFields fields the contract does not know, as one JSON object; empty when none
   */
  public record Provenance(
      BronzeOrder order,
      int schemaVersion,
      String ruleSet,
      List<String> warnings,
      String unknownFields)
      implements Serializable {
    public Provenance {
      warnings = List.copyOf(warnings);
    }
  }
}
