package io.orderlake.application.refund;

import io.orderlake.domain.gold.OrderBalance;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.money.Amount;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/**
 * Orders of which more was given back than they sold.
 *
 * @param lake the lake version it was found in
 * @param beyond by currency, those that sold something
 * @param withoutSale by currency, those of which the lake has no sale that counts
 * @param greatest the first of them: those that sold something, then the others, each by excess,
 *     the greatest first, as many as were asked for
 */
public record OverRefunds(
    LakeVersion lake,
    SortedMap<String, Excess> beyond,
    SortedMap<String, Excess> withoutSale,
    Seq<OrderBalance> greatest) {
  /** The code that runs count orders of {@link #beyond} under, among their warnings. */
  public static final String BEYOND_CODE = "refund_beyond_order";

  /** The same of {@link #withoutSale}. */
  public static final String WITHOUT_SALE_CODE = "refund_without_sale";

  /**
   * What was given back beyond what was sold, in one currency.
   *
   * @param orders how many orders it is of
   * @param amount above 0
   */
  public record Excess(long orders, Amount amount) {
    Excess plus(Excess other) {
      return new Excess(orders + other.orders, amount.plus(other.amount));
    }
  }

  /** How many there are, of each kind that there is, as warnings. */
  public SortedMap<String, Long> warnings() {
    return TreeMap.of(BEYOND_CODE, orders(beyond), WITHOUT_SALE_CODE, orders(withoutSale))
        .filterValues(orders -> orders > 0);
  }

  /** How many there are in all; one in two currencies counts in each. */
  public long orders() {
    return orders(beyond) + orders(withoutSale);
  }

  private static long orders(SortedMap<String, Excess> byCurrency) {
    return byCurrency.values().map(Excess::orders).sum().longValue();
  }
}
