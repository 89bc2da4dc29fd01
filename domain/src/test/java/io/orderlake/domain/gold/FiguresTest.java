package io.orderlake.domain.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.money.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiguresTest {
  /** All measures that there are. */
  private static final Measures ALL =
      Measures.and(Arrays.asList(Measure.values()).subList(3, Measure.values().length));

  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);

  private static Sale sale(long quantity, String total) {
    return new Sale(
        "Lamp",
        "Oslo",
        "",
        "USD",
        quantity,
        Amount.of(total),
        Amount.of(total).times(2),
        Instant.parse("2026-11-22T10:00:00Z"),
        false,
        "");
  }

  private static Figures figures(Random random) {
    int sign = random.nextInt(5) == 0 ? -1 : 1;
    BigDecimal total = BigDecimal.valueOf(sign * random.nextLong(10_000_000_000L), Amount.SCALE);
    return ALL.of(sale(sign * random.nextLong(1, 1000), total.toPlainString()));
  }

  private static Figures revenue(BigInteger unscaled) {
    return Figures.of(Amount.of(new BigDecimal(unscaled, Amount.SCALE)), 0, 0);
  }

  @Test
  void each_measure_says_of_sales_what_it_is_named_for() {
    Figures figures =
        ALL.of(sale(2, "40.00")).plus(ALL.of(sale(1, "99.9999"))).plus(ALL.of(sale(-5, "-5")));

    assertThat(figures)
        .hasToString(
            "revenue 134.9999, units -2, events 3, largest 99.9999, gross 139.9999, refunds 5.00, orders 0,"
                + " converted 269.9998");
    assertThat(ALL.of(sale(-5, "-5")))
        .hasToString(
            "revenue -5.00, units -5, events 1, largest 0.00, gross 0.00, refunds 5.00, orders 0,"
                + " converted -10.00");
  }

  @Test
  void what_is_not_converted_adds_nothing_to_what_is() {
    Sale sale =
        new Sale(
            "Lamp", "Oslo", "", "USD", 1, Amount.of("7"), Instant.parse("2026-11-22T10:00:00Z"));

    assertThat(ALL.of(sale).amount(Measure.CONVERTED)).isEqualTo(Amount.ZERO);
    assertThat(ALL.of(sale).revenue()).hasToString("7.00");
  }

  @Test
  void revenue_is_gross_less_refunds() {
    long seed = 16;
    Random random = new Random(seed);
    Figures all = ALL.zero();
    for (int i = 0; i < 1000; i++) {
      all = all.plus(figures(random));
      assertThat(all.amount(Measure.GROSS).minus(all.amount(Measure.REFUNDS)))
          .as("seed %d", seed)
          .isEqualTo(all.revenue());
    }
  }

  @Test
  void figures_of_any_measures_are_a_commutative_monoid() {
    long seed = 17;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Figures a = figures(random);
      Figures b = figures(random);
      Figures c = figures(random);
      assertThat(a.plus(b)).as("seed %d", seed).isEqualTo(b.plus(a));
      assertThat(a.plus(b).plus(c)).as("seed %d", seed).isEqualTo(a.plus(b.plus(c)));
      assertThat(a.plus(ALL.zero())).as("seed %d", seed).isEqualTo(a);
      assertThat(ALL.zero().plus(a)).as("seed %d", seed).isEqualTo(a);
    }
  }

  @Test
  void any_order_of_events_folds_to_the_same() {
    long seed = 18;
    Random random = new Random(seed);
    List<Figures> events = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      events.add(figures(random));
    }
    Figures forward = events.stream().reduce(ALL.zero(), Figures::plus);
    Collections.shuffle(events, random);
    assertThat(events.stream().reduce(ALL.zero(), Figures::plus))
        .as("seed %d", seed)
        .isEqualTo(forward);
  }

  @Test
  void money_is_exact_over_all_of_its_128_bits() {
    long seed = 19;
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      BigInteger a = new BigInteger(1 + random.nextInt(126), random).negate();
      BigInteger b = new BigInteger(1 + random.nextInt(126), random);
      for (BigInteger other : List.of(a, b, BigInteger.ONE, BigInteger.ONE.negate())) {
        assertThat(revenue(a).plus(revenue(other)).revenue().value().unscaledValue())
            .as("seed %d: %s + %s", seed, a, other)
            .isEqualTo(a.add(other));
        assertThat(revenue(b).plus(revenue(other)).revenue().value().unscaledValue())
            .as("seed %d: %s + %s", seed, b, other)
            .isEqualTo(b.add(other));
      }
    }
    assertThat(revenue(MOST.subtract(BigInteger.ONE)).plus(revenue(BigInteger.ONE)))
        .isEqualTo(revenue(MOST));
  }

  @Test
  void what_has_no_room_is_never_taken_for_a_smaller_figure() {
    assertThatThrownBy(() -> revenue(MOST).plus(revenue(BigInteger.ONE)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> revenue(MOST.negate()).plus(revenue(MOST.negate())))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> revenue(MOST.add(BigInteger.ONE)))
        .isInstanceOf(ArithmeticException.class);
    Figures most = Figures.of(Amount.ZERO, Long.MAX_VALUE, 1);
    assertThatThrownBy(() -> most.plus(most)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void the_greatest_amount_is_found_over_all_of_its_128_bits() {
    Measures largest = Measures.and(List.of(Measure.LARGEST));
    List<String> ordered = List.of("0", "0.0001", "900000000000000", "1000000000000000000000");
    for (String less : ordered) {
      for (String more : ordered.subList(ordered.indexOf(less), ordered.size())) {
        assertThat(largest.of(sale(1, less)).plus(largest.of(sale(1, more))))
            .isEqualTo(largest.of(sale(1, more)).plus(largest.of(sale(1, less))))
            .extracting(both -> both.amount(Measure.LARGEST))
            .isEqualTo(Amount.of(more));
      }
    }
  }

  @Test
  void words_keep_all_and_a_table_takes_of_many_measures_its_own() {
    Figures all = ALL.of(sale(2, "40"));

    assertThat(ALL.ofWords(all.words())).isEqualTo(all).hasSameHashCodeAs(all);
    assertThat(all.in(Measures.BASIC)).isEqualTo(Figures.of(Amount.of("40"), 2, 1));
    assertThat(Measures.BASIC.with(ALL)).isEqualTo(ALL);
    assertThat(ALL.with(Measures.BASIC)).isEqualTo(ALL);
    assertThatThrownBy(() -> ALL.ofWords(1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void figures_of_different_measures_are_neither_added_nor_equal() {
    Figures all = ALL.of(sale(2, "40"));
    Figures basic = Measures.BASIC.of(sale(2, "40"));

    assertThat(all).isNotEqualTo(basic);
    assertThatThrownBy(() -> basic.plus(all)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> basic.amount(Measure.LARGEST))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> basic.amount(Measure.UNITS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_table_has_a_measure_twice_or_lacks_those_of_every_table() {
    assertThatThrownBy(() -> Measures.and(List.of(Measure.LARGEST, Measure.LARGEST)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Measures(List.of(Measure.LARGEST)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Measures(List.of(Measure.UNITS, Measure.REVENUE, Measure.EVENTS)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_added_one_after_the_other_comes_to_the_sum() {
    RunningFigures running = new RunningFigures(Measures.BASIC);
    assertThat(running.figures()).isEqualTo(Measures.BASIC.zero());
    Figures before = running.figures();
    running.add(Figures.of(Amount.of("20.5"), 2, 1));
    running.add(Figures.of(Amount.of("-0.5"), -1, 1));

    assertThat(running.figures()).isEqualTo(Figures.of(Amount.of("20"), 1, 2));
    assertThat(before).as("taken before").isEqualTo(Measures.BASIC.zero());
    Figures others = Measures.and(List.of(Measure.LARGEST)).zero();
    assertThatThrownBy(() -> running.add(others)).isInstanceOf(IllegalArgumentException.class);
  }
}
