package io.orderlake.domain.gold;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.silver.RefinedOrder;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Gold looks at of a refined order. Kept small, because a Gold run reads just this of every
 * new Silver row.
 *
 * @param product standardised
 * @param city standardised
 * @param customerId empty where the event names none
 * @param currency of the total, ISO 4217
 * @param quantity units; below 0 where they are taken back
 * @param total what the event brings in, exact; 0 or less for a refund
 * @param converted the total in the one currency that rates convert to; null where it is not
 * @param eventTime UTC, to the microsecond
 * @param isWithdrawal whether it takes back a sale, or a refund, that was cancelled: then quantity
 *     and total are those of the other with the sign turned round
 * @param orderId the order that it belongs to; empty where no table that is looked at counts orders
 */
public record Sale(
    String product,
    String city,
    String customerId,
    String currency,
    long quantity,
    Amount total,
    @Nullable Amount converted,
    Instant eventTime,
    boolean isWithdrawal,
    String orderId)
    implements Serializable {
  /** One that takes nothing back, is not converted, and of an order that nobody asks for. */
  public Sale(
      String product,
      String city,
      String customerId,
      String currency,
      long quantity,
      Amount total,
      Instant eventTime) {
    this(product, city, customerId, currency, quantity, total, null, eventTime, false, "");
  }

  public static Sale of(RefinedOrder order) {
    return new Sale(
        order.product(),
        order.city(),
        Objects.requireNonNullElse(order.customerId(), ""),
        order.currency(),
        order.quantity(),
        order.total(),
        order.converted(),
        order.eventTime(),
        order.isWithdrawal(),
        order.orderId());
  }
}
