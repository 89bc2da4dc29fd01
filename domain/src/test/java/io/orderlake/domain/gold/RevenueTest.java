package io.orderlake.domain.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.money.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RevenueTest {
  @Test
  void it_is_a_commutative_monoid() {
    Random random = new Random(17);
    for (int i = 0; i < 200; i++) {
      Revenue a = revenue(random);
      Revenue b = revenue(random);
      Revenue c = revenue(random);
      assertThat(a.plus(b)).isEqualTo(b.plus(a));
      assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
      assertThat(a.plus(Revenue.ZERO)).isEqualTo(a).isEqualTo(Revenue.ZERO.plus(a));
    }
  }

  @Test
  void any_order_of_events_folds_to_the_same() {
    Random random = new Random(18);
    List<Revenue> events = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      events.add(revenue(random));
    }
    Revenue forward = events.stream().reduce(Revenue.ZERO, Revenue::plus);
    Collections.shuffle(events, random);
    assertThat(events.stream().reduce(Revenue.ZERO, Revenue::plus)).isEqualTo(forward);
  }

  private static Revenue revenue(Random random) {
    return new Revenue(
        Amount.of(BigDecimal.valueOf(random.nextLong(1, 10_000_000_000L), Amount.SCALE)),
        random.nextInt(1, 1000),
        1);
  }
}
