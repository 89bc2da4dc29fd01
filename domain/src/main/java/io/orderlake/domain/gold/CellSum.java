package io.orderlake.domain.gold;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all sales of one cell come to, withdrawals among them: a commutative monoid whose elements
 * know, beside the sums, how often which total and which order is there, as far as a measure is no
 * group and has to be read off what is left. Not for several threads.
 */
public final class CellSum implements Serializable {
  private static final long serialVersionUID = 1;

  private final Measures measures;
  private final TreeMap<Amount, Long> totals = new TreeMap<>();
  private final HashMap<ContentHash, Long> orders = new HashMap<>();
  private Figures sums;

  /** Of no sale. */
  public CellSum(Measures measures) {
    this.measures = measures;
    this.sums = measures.zero();
  }

  /** Takes one sale more. */
  public CellSum add(Sale sale) {
    sums = sums.plus(measures.of(sale));
    long times = sale.isWithdrawal() ? -1 : 1;
    if (measures.has(Measure.LARGEST)) {
      count(totals, sale.total().times(times), times);
    }
    if (measures.has(Measure.ORDERS)) {
      count(orders, ContentHash.of(sale.orderId()), times);
    }
    return this;
  }

  /** Takes all sales of another sum of the same measures. */
  public CellSum add(CellSum other) {
    sums = sums.plus(other.sums);
    other.totals.forEach((total, times) -> count(totals, total, times));
    other.orders.forEach((order, times) -> count(orders, order, times));
    return this;
  }

  /** A withdrawal may come before what it takes back: then there is less than none for a time. */
  private static <T> void count(Map<T, Long> counts, T thing, long times) {
    counts.merge(thing, times, (a, b) -> a + b == 0 ? null : a + b);
  }

  /** What they come to. */
  public Figures figures() {
    return measures.isGroup()
        ? sums
        : sums.with(greatest(), orders.values().stream().filter(times -> times > 0).count());
  }

  private Amount greatest() {
    for (Map.Entry<Amount, Long> total : totals.descendingMap().entrySet()) {
      if (total.getValue() > 0) {
        return total.getKey().compareTo(Amount.ZERO) < 0 ? Amount.ZERO : total.getKey();
      }
    }
    return Amount.ZERO;
  }
}
