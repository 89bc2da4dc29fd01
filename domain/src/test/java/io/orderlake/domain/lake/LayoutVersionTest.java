package io.orderlake.domain.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutVersionTest {
  private static final LayoutVersion TWO = new LayoutVersion(2);

  @Test
  void a_table_that_names_no_layout_has_the_first() {
    assertThat(LayoutVersion.stored(null, "lake/silver/orders")).isEqualTo(LayoutVersion.FIRST);
    assertThat(LayoutVersion.stored("12", "lake/silver/orders").number()).isEqualTo(12);
  }

  @Test
  void older_layouts_are_read_and_newer_ones_refused_with_what_to_do() {
    assertThatCode(() -> LayoutVersion.FIRST.requireAtMost(TWO, "x")).doesNotThrowAnyException();
    assertThatCode(() -> TWO.requireAtMost(TWO, "x")).doesNotThrowAnyException();
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> new LayoutVersion(3).requireAtMost(TWO, "lake/silver/orders"))
        .withMessageContaining("lake/silver/orders has layout 3")
        .withMessageContaining("up to layout 2")
        .withMessageContaining("Use the newer Orderlake")
        .matches(failure -> !failure.retryable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "two", "2.0", "99999999999"})
  void a_layout_that_is_no_version_is_named(String property) {
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> LayoutVersion.stored(property, "lake/silver/orders"))
        .withMessageContaining("lake/silver/orders")
        .withMessageContaining("orderlake.layout = '" + property + "'");
  }
}
