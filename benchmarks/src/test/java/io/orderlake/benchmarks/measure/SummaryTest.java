package io.orderlake.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

final class SummaryTest {
  @Test
  void the_median_of_an_odd_number_of_figures_is_the_middle_one() {
    assertThat(Summary.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Summary(1, 2, 9));
  }

  @Test
  void the_median_of_an_even_number_of_figures_lies_between_the_middle_two() {
    assertThat(Summary.of(List.of(8.0, 1.0, 2.0, 4.0))).isEqualTo(new Summary(1, 3, 8));
  }

  @Test
  void nothing_measured_has_no_summary() {
    assertThatThrownBy(() -> Summary.of(List.empty())).hasMessage("nothing was measured");
  }

  @Test
  void seconds_are_shown_with_the_digits_that_count() {
    assertThat(List.of(0.0567, 1.234, 12.34, 123.4).map(Summary::secondsText))
        .containsExactly("0.057", "1.23", "12.3", "123");
    assertThat(new Summary(1, 2, 9).text()).isEqualTo("2.00 (1.00–9.00)");
    assertThat(new Summary(2, 2, 2).text()).isEqualTo("2.00");
  }
}
