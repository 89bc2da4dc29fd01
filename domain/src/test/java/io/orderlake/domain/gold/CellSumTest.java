package io.orderlake.domain.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.money.Amount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellSumTest {
  private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
  private static final Measures ALL =
      Measures.and(
          List.of(
              Measure.LARGEST, Measure.GROSS, Measure.REFUNDS, Measure.ORDERS, Measure.CONVERTED));

  private static Sale sale(long quantity, String total) {
    return sale(quantity, total, "o-" + quantity);
  }

  private static Sale sale(long quantity, String total, String orderId) {
    Amount amount = Amount.of(total);
    return new Sale(
        "Cup", "Graz", "", "EUR", quantity, amount, amount.times(2), TEN, false, orderId);
  }

  private static Sale withdrawalOf(Sale sale) {
    long quantity = -sale.quantity();
    Amount total = sale.total().times(-1);
    return new Sale(
        "Cup", "Graz", "", "EUR", quantity, total, total.times(2), TEN, true, sale.orderId());
  }

  private static Figures of(Sale... sales) {
    CellSum sum = new CellSum(ALL);
    List.of(sales).forEach(sum::add);
    return sum.figures();
  }

  @Test
  void without_a_withdrawal_it_is_what_the_figures_add_up_to() {
    Sale large = sale(2, "20");
    Sale refund = sale(-1, "-10");

    assertThat(of(large, refund)).isEqualTo(ALL.of(large).plus(ALL.of(refund)).ofOrders(2));
    assertThat(of()).isEqualTo(ALL.zero());
  }

  @Test
  void an_order_of_several_events_is_one_until_all_of_them_are_withdrawn() {
    Sale first = sale(1, "10", "o");
    Sale second = sale(2, "20", "o");
    Sale other = sale(1, "10", "p");

    assertThat(of(first, second, other).number(Measure.ORDERS)).isEqualTo(2);
    assertThat(of(first, second, withdrawalOf(first)).number(Measure.ORDERS)).isEqualTo(1);
    assertThat(of(withdrawalOf(second), first, second, withdrawalOf(first), other))
        .isEqualTo(of(other));
  }

  @Test
  void a_sale_that_is_withdrawn_counts_in_no_measure() {
    Sale large = sale(2, "20");
    Sale small = sale(1, "10");

    assertThat(of(large, small, withdrawalOf(large))).isEqualTo(of(small));
    assertThat(of(large, large, withdrawalOf(large))).isEqualTo(of(large));
    assertThat(of(large, withdrawalOf(large))).isEqualTo(ALL.zero());
  }

  @Test
  void a_refund_that_is_withdrawn_lowers_refunds_and_leaves_gross_alone() {
    Sale small = sale(1, "10");
    Sale refund = sale(-1, "-10");

    assertThat(of(small, refund, withdrawalOf(refund))).isEqualTo(of(small));
    assertThat(of(refund).amount(Measure.REFUNDS)).isEqualTo(Amount.of("10"));
    assertThat(of(refund, refund, withdrawalOf(refund))).isEqualTo(of(refund));
  }

  @Test
  void in_whatever_order_and_groups_sales_and_withdrawals_come_it_is_the_same() {
    long seed = 4_711;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      List<Sale> standing = new ArrayList<>();
      List<Sale> all = new ArrayList<>();
      for (int n = random.nextInt(12); n >= 0; n--) {
        long quantity = random.nextInt(7) - 3L;
        Sale sale = sale(quantity == 0 ? 1 : quantity, Long.toString(quantity == 0 ? 1 : quantity));
        all.add(sale);
        if (random.nextInt(3) == 0) {
          all.add(withdrawalOf(sale));
        } else {
          standing.add(sale);
        }
      }
      Collections.shuffle(all, random);
      int cut = random.nextInt(all.size());
      CellSum first = new CellSum(ALL);
      CellSum second = new CellSum(ALL);
      all.subList(0, cut).forEach(first::add);
      all.subList(cut, all.size()).forEach(second::add);

      assertThat(first.add(second).figures())
          .as("seed %d, round %d", seed, i)
          .isEqualTo(of(standing.toArray(Sale[]::new)));
    }
  }
}
