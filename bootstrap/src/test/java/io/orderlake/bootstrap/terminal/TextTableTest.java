package io.orderlake.bootstrap.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columns_are_as_wide_as_their_widest_cell_and_numbers_stand_to_the_right() {
    TextTable table =
        TextTable.of(TextTable.left("city"), TextTable.right("revenue"))
            .row("Köln", "1,234.50")
            .row("San Francisco", "9.99");
    assertThat(table.lines())
        .containsExactly(
            "city            revenue",
            "─────────────  ────────",
            "Köln           1,234.50",
            "San Francisco      9.99");
  }

  @Test
  void letters_that_are_two_wide_count_twice() {
    TextTable table = TextTable.of(TextTable.left("city"), TextTable.right("n")).row("東京", "1");
    assertThat(table.lines()).containsExactly("city  n", "────  ─", "東京  1");
  }

  @Test
  void a_row_with_another_number_of_cells_is_refused() {
    TextTable table = TextTable.of(TextTable.left("city"));
    assertThatThrownBy(() -> table.row("a", "b")).hasMessageContaining("2 cells");
  }

  @Test
  void money_keeps_all_of_its_decimals_and_at_least_two() {
    assertThat(Numbers.money(new BigDecimal("1234567890123456789012345678.9012")))
        .isEqualTo("1,234,567,890,123,456,789,012,345,678.9012");
    assertThat(Numbers.money(new BigDecimal("2.5000"))).isEqualTo("2.50");
  }

  @Test
  void a_noun_follows_its_number() {
    assertThat(Numbers.count(1, "record")).isEqualTo("1 record");
    assertThat(Numbers.count(1200, "record")).isEqualTo("1,200 records");
  }
}
