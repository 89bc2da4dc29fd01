package io.orderlake.application.generate;

import io.vavr.collection.SortedSet;
import java.math.BigDecimal;
import java.time.Instant;

/** What must become of a generated event. */
public sealed interface Expectation {
  /**
   * A Silver row.
   *
   * @param sale what it says, standardised
   * @param warnings codes of the rules that only warn
   */
  record Refined(Sale sale, SortedSet<String> warnings) implements Expectation {}

  /** Counted as a duplicate of an earlier event. */
  record Duplicate() implements Expectation {}

  /**
   * Quarantined.
   *
   * @param reasons the codes of all rules it breaks
   */
  record Quarantined(SortedSet<String> reasons) implements Expectation {}

  /**
   * The figures of an order line.
   *
   * @param product standardised
   * @param city standardised
   * @param quantity units; below 0 where they are taken back
   * @param unitPrice in units of currency
   * @param discount likewise, 0 for none; of a refund not above 0
   * @param currency ISO 4217
   * @param eventTime UTC, to the millisecond
   */
  record Sale(
      String product,
      String city,
      long quantity,
      BigDecimal unitPrice,
      BigDecimal discount,
      String currency,
      Instant eventTime) {
    boolean isRefund() {
      return quantity < 0;
    }

    /** The same units at the same price, taken back. */
    Sale refunded(Instant at) {
      return new Sale(product, city, -quantity, unitPrice, discount.negate(), currency, at);
    }

    /** What its cancellation comes to. */
    Sale withdrawn() {
      return refunded(eventTime);
    }

    Sale undiscounted() {
      return new Sale(product, city, quantity, unitPrice, BigDecimal.ZERO, currency, eventTime);
    }

    public BigDecimal total() {
      return unitPrice.multiply(BigDecimal.valueOf(quantity)).subtract(discount);
    }
  }
}
