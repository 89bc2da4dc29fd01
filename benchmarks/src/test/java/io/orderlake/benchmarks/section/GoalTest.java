package io.orderlake.benchmarks.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GoalTest {
  @Test
  void a_speed_up_has_to_be_at_least_so_great() {
    assertThat(Goal.SILVER_TO_SPARK_SQL.verdict(2.79)).isEqualTo("missed");
    assertThat(Goal.SILVER_TO_SPARK_SQL.verdict(2.8)).isEqualTo("floor reached");
    assertThat(Goal.SILVER_TO_SPARK_SQL.verdict(4)).isEqualTo("aim reached");
  }

  @Test
  void a_time_has_to_be_at_most_so_long() {
    assertThat(Goal.LATENCY_OF_1000.verdict(0.51)).isEqualTo("missed");
    assertThat(Goal.LATENCY_OF_1000.verdict(0.5)).isEqualTo("floor reached");
    assertThat(Goal.LATENCY_OF_1000.verdict(0.3)).isEqualTo("aim reached");
  }
}
