package io.orderlake.domain.gold;

import io.orderlake.domain.money.Amount;
import java.util.List;

/**
 * What one order has brought in and what was given back of it, in one currency: a commutative
 * monoid over its sales, so that it does not matter which of them came first. An event that was
 * cancelled counts in neither.
 *
 * @param orderId whose balance it is
 * @param currency ISO 4217
 * @param sold what its sales come to, 0 or more
 * @param refunded what its refunds come to, as a number that is 0 or more
 */
public record OrderBalance(String orderId, String currency, Amount sold, Amount refunded) {
  private static final Measures MEASURES = Measures.and(List.of(Measure.GROSS, Measure.REFUNDS));

  /** What one event of the order adds. */
  public static OrderBalance of(Sale sale) {
    Figures figures = MEASURES.of(sale);
    return new OrderBalance(
        sale.orderId(),
        sale.currency(),
        figures.amount(Measure.GROSS),
        figures.amount(Measure.REFUNDS));
  }

  /**
   * Both together.
   *
   * @param other of the same order, in the same currency
   * @throws ArithmeticException when a sum has no room
   */
  public OrderBalance plus(OrderBalance other) {
    if (!orderId.equals(other.orderId) || !currency.equals(other.currency)) {
      throw new IllegalArgumentException(this + " and " + other + " do not add up");
    }
    return new OrderBalance(
        orderId, currency, sold.plus(other.sold), refunded.plus(other.refunded));
  }

  /** What was given back beyond what the order sold; 0 or less where nothing was. */
  public Amount excess() {
    return refunded.minus(sold);
  }

  /** Whether more was given back than the order sold. */
  public boolean isOverRefunded() {
    return refunded.compareTo(sold) > 0;
  }
}
