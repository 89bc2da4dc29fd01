package io.orderlake.protocol.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.Runs;
import io.orderlake.protocol.json.MalformedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionJsonTest {
  @Test
  void each_decision_is_read_back_as_it_was_made() throws MalformedJson {
    Decision claimed = new Decision.Claimed(3, Runs.request("a"));
    assertThat(DecisionJson.read(DecisionJson.write(claimed))).isEqualTo(claimed);
    Decision withdrawn = new Decision.Withdrawn();
    assertThat(DecisionJson.read(DecisionJson.write(withdrawn))).isEqualTo(withdrawn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"decision\":\"postponed\"}",
        "{\"decision\":\"withdrawn\",\"epoch\":3}",
        "{\"decision\":\"claimed\",\"epoch\":3}"
      })
  void whatever_is_no_decision_is_none(String text) {
    assertThatThrownBy(() -> DecisionJson.read(text.getBytes(UTF_8)))
        .isInstanceOf(MalformedJson.class);
  }
}
