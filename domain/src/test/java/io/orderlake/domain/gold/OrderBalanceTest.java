package io.orderlake.domain.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderlake.domain.money.Amount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderBalanceTest {
  private static OrderBalance of(long quantity, String total, boolean isWithdrawal) {
    return OrderBalance.of(
        new Sale(
            "Lamp",
            "Oslo",
            "",
            "USD",
            quantity,
            Amount.of(total),
            null,
            Instant.parse("2026-11-22T10:00:00Z"),
            isWithdrawal,
            "o-1"));
  }

  private static OrderBalance sum(List<OrderBalance> balances) {
    return balances.stream().reduce(OrderBalance::plus).orElseThrow();
  }

  @Test
  void what_was_given_back_is_held_against_what_was_sold() {
    OrderBalance balance =
        sum(List.of(of(2, "20", false), of(1, "5", false), of(-2, "-25", false)));

    assertThat(balance.sold()).hasToString("25.00");
    assertThat(balance.refunded()).hasToString("25.00");
    assertThat(balance.isOverRefunded()).isFalse();
    assertThat(balance.plus(of(-1, "-0.0001", false)).isOverRefunded()).isTrue();
    assertThat(balance.plus(of(-1, "-0.0001", false)).excess()).hasToString("0.0001");
  }

  @Test
  void what_was_cancelled_counts_in_neither() {
    OrderBalance sold = sum(List.of(of(1, "20", false), of(-1, "-20", true)));
    OrderBalance refunded = sum(List.of(of(-1, "-7", false), of(1, "7", true)));

    assertThat(List.of(sold, refunded))
        .hasSize(2)
        .allSatisfy(
            balance -> {
              assertThat(balance.sold()).isEqualTo(Amount.ZERO);
              assertThat(balance.refunded()).isEqualTo(Amount.ZERO);
              assertThat(balance.isOverRefunded()).isFalse();
            });
  }

  @Test
  void it_is_the_same_in_any_order() {
    Random random = new Random(18);
    List<OrderBalance> balances = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int cents = random.nextInt(-10_000, 10_000);
      balances.add(of(cents < 0 ? -1 : 1, cents + ".0" + (i % 10), false));
    }
    OrderBalance expected = sum(balances);
    Collections.shuffle(balances, random);

    assertThat(sum(balances)).isEqualTo(expected);
  }

  @Test
  void other_orders_and_other_currencies_are_not_added() {
    OrderBalance one = new OrderBalance("o-1", "USD", Amount.ZERO, Amount.ZERO);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.plus(new OrderBalance("o-2", "USD", Amount.ZERO, Amount.ZERO)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.plus(new OrderBalance("o-1", "EUR", Amount.ZERO, Amount.ZERO)));
  }
}
