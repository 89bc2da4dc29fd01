package io.orderlake.benchmarks.measure;

import static io.orderlake.benchmarks.measure.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

final class StandingTest {
  private static final List<Measurement> INTERLEAVED =
      List.of(turn("A", 100, 2), turn("B", 100, 4), turn("A", 100, 1), turn("B", 100, 8));

  @Test
  void contestants_stand_in_the_order_of_their_first_turn() {
    assertThat(Standing.of(INTERLEAVED).map(Standing::contestant)).containsExactly("A", "B");
  }

  @Test
  void a_ratio_is_that_of_the_medians() {
    Standing a = Standing.of(INTERLEAVED, "A");
    Standing b = Standing.of(INTERLEAVED, "B");

    assertThat(a.wall()).isEqualTo(new Summary(1, 1.5, 2));
    assertThat(a.timesAsFastAs(b)).isEqualTo(4);
    assertThat(b.timesAsFastAs(a)).isEqualTo(0.25);
  }

  @Test
  void rows_for_each_second_of_a_core_come_from_the_cpu_time() {
    assertThat(Standing.of(INTERLEAVED, "B").ratePerCpuSecond()).containsExactly(100 / 12.0);
  }

  @Test
  void whoever_took_no_turn_has_no_standing() {
    assertThatThrownBy(() -> Standing.of(INTERLEAVED, "C")).hasMessage("C was not measured");
  }
}
