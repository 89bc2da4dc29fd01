package io.orderlake.application.correct;

import io.orderlake.domain.silver.RefinedOrder;
import java.util.Comparator;

/**
 * Where something was sold, and for what money.
 *
 * @param city standardised; empty where it is not known
 * @param currency ISO 4217; likewise
 */
public record Market(String city, String currency) implements Comparable<Market> {
  static final Market UNKNOWN = new Market("", "");

  private static final Comparator<Market> ORDER =
      Comparator.comparing(Market::city).thenComparing(Market::currency);

  static Market of(RefinedOrder order) {
    return new Market(order.city(), order.currency());
  }

  @Override
  public int compareTo(Market other) {
    return ORDER.compare(this, other);
  }
}
