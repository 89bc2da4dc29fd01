package io.orderlake.domain.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.TreeMap;
import org.junit.jupiter.api.Test;

class GoldDelaysTest {
  private static final long END = 1_795_000_000_000L;

  private final GoldDelays.Tally tally = new GoldDelays.Tally(END);

  @Test
  void a_wait_falls_under_the_least_bound_that_it_does_not_exceed() {
    tally.add(END - 250);
    tally.add(END - 251);
    tally.add(END - 500);
    tally.add(END - 86_400_000);
    tally.add(END - 86_400_001);

    assertThat(tally.delays())
        .isEqualTo(
            new GoldDelays(
                TreeMap.of(250L, 1L, 500L, 2L, 86_400_000L, 1L),
                1,
                250 + 251 + 500 + 2 * 86_400_000L + 1));
    assertThat(tally.delays().records()).isEqualTo(5);
  }

  @Test
  void who_is_stamped_later_than_the_end_has_not_waited() {
    tally.add(END + 1);
    tally.add(Long.MAX_VALUE);

    assertThat(tally.delays()).isEqualTo(new GoldDelays(TreeMap.of(250L, 2L), 0, 0));
  }

  @Test
  void what_lies_before_the_epoch_is_no_time_of_kafka_s() {
    tally.add(-1);
    tally.add(Long.MIN_VALUE);

    assertThat(tally.delays().records()).isZero();
  }

  @Test
  void a_sum_that_does_not_fit_is_as_much_as_fits() {
    GoldDelays.Tally late = new GoldDelays.Tally(Long.MAX_VALUE);
    late.add(0);
    late.add(1);

    assertThat(late.delays()).isEqualTo(new GoldDelays(TreeMap.empty(), 2, Long.MAX_VALUE));
  }

  @Test
  void bounds_rise() {
    assertThat(GoldDelays.BOUNDS).isEqualTo(GoldDelays.BOUNDS.distinct().sorted());
  }
}
