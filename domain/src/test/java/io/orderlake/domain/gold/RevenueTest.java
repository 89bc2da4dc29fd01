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
    long seed = 17;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Revenue a = revenue(random);
      Revenue b = revenue(random);
      Revenue c = revenue(random);
      assertThat(a.plus(b)).as("seed %d", seed).isEqualTo(b.plus(a));
      assertThat(a.plus(b).plus(c)).as("seed %d", seed).isEqualTo(a.plus(b.plus(c)));
      assertThat(a.plus(Revenue.ZERO)).as("seed %d", seed).isEqualTo(a);
      assertThat(Revenue.ZERO.plus(a)).as("seed %d", seed).isEqualTo(a);
    }
  }

  @Test
  void any_order_of_events_folds_to_the_same() {
    long seed = 18;
    Random random = new Random(seed);
    List<Revenue> events = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      events.add(revenue(random));
    }
    Revenue forward = events.stream().reduce(Revenue.ZERO, Revenue::plus);
    Collections.shuffle(events, random);
    assertThat(events.stream().reduce(Revenue.ZERO, Revenue::plus))
        .as("seed %d", seed)
        .isEqualTo(forward);
  }

  private static Revenue revenue(Random random) {
    return new Revenue(
        Amount.of(BigDecimal.valueOf(random.nextLong(1, 10_000_000_000L), Amount.SCALE)),
        random.nextInt(1, 1000),
        1);
  }
}
