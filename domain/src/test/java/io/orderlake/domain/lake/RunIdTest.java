package io.orderlake.domain.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "dag.run-1_2", "..."})
  void letters_digits_dot_dash_and_underscore_make_an_id(String text) {
    assertThat(RunId.parse(text).get()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "a b", "ä", "a\n"})
  void anything_else_is_refused_with_the_form_it_should_have(String text) {
    assertThat(RunId.parse(text).getLeft()).contains(RunId.FORM);
  }

  @Test
  void an_id_has_at_most_200_characters() {
    assertThat(RunId.parse("x".repeat(200)).isRight()).isTrue();
    assertThat(RunId.parse("x".repeat(201)).isLeft()).isTrue();
  }
}
