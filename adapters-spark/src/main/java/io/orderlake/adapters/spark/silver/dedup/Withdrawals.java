package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.domain.silver.Cancellation;
import io.orderlake.domain.silver.RefinedOrder;
import java.io.Serializable;
import java.util.HashMap;

/**
 * What takes back the orders that are cancelled.
 *
 * @param orders by the keys of their event ids
 */
public record Withdrawals(HashMap<String, RefinedOrder> orders) implements Serializable {
  /** Of no order. */
  public static Withdrawals none() {
    return new Withdrawals(new HashMap<>());
  }

  /**
   * The row that takes back what the cancelled order added.
   *
   * @throws IllegalStateException when the order was not fetched
   */
  public RefinedOrder by(Cancellation cancellation) {
    RefinedOrder order = orders.get(IdKey.text(cancellation.eventId()));
    if (order == null) {
      throw new IllegalStateException(
          cancellation.provenance().order().position() + " cancels an order that was not found");
    }
    return cancellation.of(order);
  }
}
