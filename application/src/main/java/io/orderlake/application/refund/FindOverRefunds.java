package io.orderlake.application.refund;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.FirstFew;
import io.orderlake.application.lake.Gathered;
import io.orderlake.domain.gold.OrderBalance;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.HashSet;
import io.vavr.control.Either;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Finds the orders of which more was given back than they sold, as of one published lake version.
 * It is said of what Silver holds in the end: a refund that overtook its sale is not among them
 * once the sale is there, and one whose sale is cancelled afterwards is. A lake without refunds is
 * not read for it.
 */
public final class FindOverRefunds {
  /** Bounds how many orders are in memory at once; Silver is read once more for as many others. */
  private static final int ORDERS_AT_ONCE = 500_000;

  /** Those that sold something first, the greatest excess first, the rest so that it is told. */
  private static final Comparator<OrderBalance> FIRST =
      Comparator.comparing((OrderBalance balance) -> balance.sold().equals(Amount.ZERO))
          .thenComparing(OrderBalance::excess, Comparator.reverseOrder())
          .thenComparing(OrderBalance::currency)
          .thenComparing(OrderBalance::orderId);

  private final LakeVersions versions;
  private final LakeLookup lookup;
  private final int ordersAtOnce;

  public FindOverRefunds(LakeVersions versions, LakeLookup lookup) {
    this(versions, lookup, ORDERS_AT_ONCE);
  }

  FindOverRefunds(LakeVersions versions, LakeLookup lookup, int ordersAtOnce) {
    this.versions = versions;
    this.lookup = lookup;
    this.ordersAtOnce = ordersAtOnce;
  }

  /**
   * Finds them in the version that is asked for.
   *
   * @param limit how many orders to name, 0 or more; counts are of all
   * @return them, or the sentence that says what is wrong with the question
   * @throws io.orderlake.domain.lake.LakeFailure when Silver cannot be read
   */
  public Either<String, OverRefunds> find(AsOf asOf, int limit) {
    return limit < 0
        ? Either.left("the limit must be 0 or more, not " + limit)
        : asOf.in(versions).map(lake -> in(lake, limit));
  }

  /** As {@link #find}, in that lake version. */
  public OverRefunds in(LakeVersion lake, int limit) {
    Tally tally = new Tally(limit);
    lake.table(TableId.SILVER_ORDERS)
        .map(TableState::version)
        .forEach(silver -> tally(silver, tally));
    return tally.result(lake);
  }

  private void tally(long silver, Tally tally) {
    LongAdder belowZero = new LongAdder();
    Gathered.forEach(lookup.rowsBelowZero(silver), row -> belowZero.increment());
    int shares = Math.toIntExact((belowZero.sum() + ordersAtOnce - 1) / ordersAtOnce);
    for (int share = 0; share < shares; share++) {
      balances(silver, ordersOf(silver, share, shares)).values().stream()
          .filter(OrderBalance::isOverRefunded)
          .forEach(tally::add);
    }
  }

  /** A share of the orders of which something was given back, or is cancelled. */
  private Set<String> ordersOf(long silver, int share, int shares) {
    Set<String> orders = ConcurrentHashMap.newKeySet();
    Gathered.forEach(
        lookup.rowsBelowZero(silver),
        row -> {
          if (Math.floorMod(row.orderId().hashCode(), shares) == share) {
            orders.add(row.orderId());
          }
        });
    return orders;
  }

  private Map<Account, OrderBalance> balances(long silver, Set<String> orders) {
    Map<Account, OrderBalance> balances = new ConcurrentHashMap<>();
    Gathered.forEach(
        lookup.rowsOfOrders(silver, HashSet.ofAll(orders)),
        row -> balances.merge(Account.of(row), OrderBalance.of(Sale.of(row)), OrderBalance::plus));
    return balances;
  }

  /** What is added up apart. */
  private record Account(String orderId, String currency) {
    static Account of(RefinedOrder row) {
      return new Account(row.orderId(), row.currency());
    }
  }

  private static final class Tally {
    private final Map<String, OverRefunds.Excess> beyond = new TreeMap<>();
    private final Map<String, OverRefunds.Excess> withoutSale = new TreeMap<>();
    private final FirstFew<OrderBalance> greatest;

    Tally(int limit) {
      this.greatest = new FirstFew<>(FIRST, limit);
    }

    void add(OrderBalance balance) {
      boolean sold = !balance.sold().equals(Amount.ZERO);
      (sold ? beyond : withoutSale)
          .merge(
              balance.currency(),
              new OverRefunds.Excess(1, balance.excess()),
              OverRefunds.Excess::plus);
      greatest.add(balance);
    }

    OverRefunds result(LakeVersion lake) {
      return new OverRefunds(
          lake,
          io.vavr.collection.TreeMap.ofAll(beyond),
          io.vavr.collection.TreeMap.ofAll(withoutSale),
          greatest.inOrder());
    }
  }
}
