package io.orderlake.domain.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"bronze/orders", "silver/a", "gold/revenue_by_city_hour", "gold/a1_"})
  void a_stage_and_a_name_in_lower_case_make_a_table(String path) {
    assertThat(new TableId(path)).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gold",
        "gold/",
        "/a",
        "golden/a",
        "gold/1a",
        "gold/_a",
        "gold/A",
        "gold/a/b",
        "gold/a b",
        "Gold/a",
        "gold/ä",
        "gold/a\n"
      })
  void anything_else_is_refused(String path) {
    assertThatThrownBy(() -> new TableId(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stage/table");
  }
}
