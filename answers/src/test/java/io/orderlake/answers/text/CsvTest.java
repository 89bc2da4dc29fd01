package io.orderlake.answers.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.List;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static String guarded(Object... cells) {
    return Csv.guarded(List.of(Csv.Row.of(cells))).lines().head();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "=cmd|'/C calc'!A0",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "−1+1",
        " =1+1",
        "\u00a0\u3000=1+1",
        "--1",
        "-",
        "+abc"
      })
  void what_a_spreadsheet_would_run_gets_an_apostrophe(String text) {
    assertThat(guarded(text)).contains("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Berlin", "-5", "-5.25", "+49", "a=b", "Saint-Denis", "Zürich", "東京", ""})
  void what_it_would_not_run_stays(String text) {
    assertThat(guarded(text, 1)).isIn(text + ",1", "\"" + text + "\",1");
  }

  @ParameterizedTest
  @CsvSource({"9", "10", "13"})
  void what_is_invisible_at_the_start_leaves_no_formula(int character) {
    assertThat(guarded(Character.toString(character) + "=1+1")).isEqualTo("·=1+1");
  }

  @Test
  void numbers_stay_numbers() {
    assertThat(guarded("Graz", new BigDecimal("-12.50"), -3L, 7)).isEqualTo("Graz,-12.50,-3,7");
  }

  @Test
  void a_text_stays_in_its_cell_whatever_stands_between_cells() {
    assertThat(guarded("a,b", 1)).isEqualTo("\"a,b\",1");
    assertThat(guarded("a;=1+1", 1)).isEqualTo("\"a;=1+1\",1");
    assertThat(guarded("a\"b", 1)).isEqualTo("\"a\"\"b\",1");
    assertThat(Csv.raw(List.of(Csv.Row.of("a\t=1+1", 1))).lines()).containsExactly("\"a\t=1+1\",1");
  }

  @Test
  void raw_texts_are_as_they_are_stored() {
    Document raw = Csv.raw(List.of(Csv.Row.of("=1+1", "a\u001b[2J")));
    assertThat(raw.lines()).containsExactly("=1+1,a\u001b[2J");
    assertThat(raw.asStored()).isTrue();
  }
}
