package io.orderlake.bootstrap.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.answers.text.Numbers;
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
  void emoji_are_two_wide_however_many_characters_they_are() {
    TextTable table =
        TextTable.of(TextTable.left("city"), TextTable.right("n"))
            .row("👨\u200D👩\u200D👧", "1")
            .row("👍🏽❤\uFE0F", "2")
            .row("e\u0301🇦🇹", "3")
            .row("한국ｶ", "4");
    assertThat(table.lines())
        .containsExactly(
            "city   n",
            "─────  ─",
            "👨\u200D👩\u200D👧     1",
            "👍🏽❤\uFE0F   2",
            "e\u0301🇦🇹    3",
            "한국ｶ  4");
  }

  @Test
  void what_a_cell_holds_neither_steers_the_terminal_nor_moves_a_column() {
    TextTable table =
        TextTable.of(TextTable.left("city"), TextTable.right("n"))
            .row("\u001b[2J\u202eX\u200b", "1")
            .row("Z\u0000\u0000\r\nY", "2");
    assertThat(table.lines())
        .containsExactly("city     n", "───────  ─", "·[2J·X·  1", "Z····Y   2");
  }

  @Test
  void what_is_very_wide_is_cut_unless_the_whole_is_wanted() {
    TextTable table =
        TextTable.of(TextTable.left("city"), TextTable.whole("path"))
            .row("東".repeat(1_000_000), "/" + "x".repeat(200));
    assertThat(table.lines().get(2)).isEqualTo("東".repeat(39) + "…  /" + "x".repeat(200));
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
