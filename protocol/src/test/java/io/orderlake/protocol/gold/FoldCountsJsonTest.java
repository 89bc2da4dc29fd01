package io.orderlake.protocol.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.protocol.json.MalformedJson;
import io.vavr.collection.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldCountsJsonTest {
  private static final String WRITTEN =
      "{\"cells_changed\":32,\"events\":70,\"read\":71,\"table\":\"revenue_by_city_hour\"}";

  @Test
  void what_a_commit_carries_stays_as_it_is() throws MalformedJson {
    assertThat(FoldCountsJson.write("revenue_by_city_hour", 71, 70, 32)).isEqualTo(WRITTEN);
    assertThat(FoldCountsJson.read(WRITTEN, "revenue_by_city_hour"))
        .isEqualTo(
            new FoldCounts(
                71,
                TreeMap.of("revenue_by_city_hour", 70L),
                TreeMap.of("revenue_by_city_hour", 32L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "events", "cells_changed", "table"})
  void every_field_must_be_there(String field) {
    String without = WRITTEN.replace("\"" + field + "\":", "\"" + field + "_not\":");
    assertThatThrownBy(() -> FoldCountsJson.read(without, "revenue_by_city_hour"))
        .isInstanceOf(MalformedJson.class)
        .hasMessage("the field '" + field + "' is missing");
  }

  @Test
  void the_counts_of_another_table_are_refused() {
    assertThatThrownBy(() -> FoldCountsJson.read(WRITTEN, "revenue_by_product_day"))
        .hasMessage("its table is 'revenue_by_city_hour', not 'revenue_by_product_day'");
  }
}
