package io.orderlake.protocol.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.protocol.json.MalformedJson;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefinementCountsJsonTest {
  private static final String OF_A_REBUILD =
      "{\"read\":5,\"refined\":2,\"quarantined\":2,\"duplicates\":1,"
          + "\"quarantined_by_reason\":{\"city_blank\":2},\"warnings\":{\"time_without_zone\":1},"
          + "\"judged_by_rule_set\":{\"1-9f86d081\":5},\"judged_again\":3,"
          + "\"rebuilt_under\":\"1-9f86d081\"}";
  private static final RefinementCounts REBUILD =
      new RefinementCounts(
          new Conservation(5, 2, 2, 1),
          TreeMap.of("city_blank", 2L),
          TreeMap.of("time_without_zone", 1L),
          TreeMap.of("1-9f86d081", 5L),
          List.empty(),
          3,
          Option.some("1-9f86d081"));

  @Test
  void what_a_commit_carries_stays_as_it_is() throws MalformedJson {
    assertThat(RefinementCountsJson.write(REBUILD)).isEqualTo(OF_A_REBUILD);
    assertThat(RefinementCountsJson.read(OF_A_REBUILD)).isEqualTo(REBUILD);
  }

  @Test
  void a_commit_of_before_rule_sets_were_counted_is_read() throws MalformedJson {
    assertThat(
            RefinementCountsJson.read(
                "{\"read\":3,\"refined\":1,\"quarantined\":1,\"duplicates\":1,"
                    + "\"quarantined_by_reason\":{\"text_blank\":1},\"warnings\":{}}"))
        .isEqualTo(
            new RefinementCounts(
                new Conservation(3, 1, 1, 1),
                TreeMap.of("text_blank", 1L),
                TreeMap.empty(),
                List.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read",
        "refined",
        "quarantined",
        "duplicates",
        "quarantined_by_reason",
        "warnings"
      })
  void any_other_field_must_be_there(String field) {
    String without = OF_A_REBUILD.replace("\"" + field + "\":", "\"" + field + "_not\":");
    assertThatThrownBy(() -> RefinementCountsJson.read(without))
        .isInstanceOf(MalformedJson.class)
        .hasMessage("the field '" + field + "' is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-3", "3.0", "\"3\"", "null", "true"})
  void a_count_is_a_whole_number(String value) {
    String changed = OF_A_REBUILD.replace("\"judged_again\":3", "\"judged_again\":" + value);
    assertThatThrownBy(() -> RefinementCountsJson.read(changed))
        .isInstanceOf(MalformedJson.class)
        .hasMessage("judged_again must be a whole number from 0, not " + value);
  }

  @Test
  void a_field_that_nobody_wrote_is_refused() {
    assertThatThrownBy(() -> RefinementCountsJson.read(OF_A_REBUILD.replace("5}", "5},\"x\":1")))
        .hasMessage("unknown field 'x'");
  }
}
