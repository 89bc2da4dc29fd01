package io.orderlake.adapters.spark.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.application.contract.GoldTablesContract;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.order.OrderEventDecoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparkGoldTablesTest extends GoldTablesContract {
  @Override
  protected LakeLab newLab() {
    return new SparkLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new JacksonOrderEventDecoder();
  }

  @Override
  protected int histories() {
    return 2;
  }

  private static GoldProjection with(Measures measures, GoldProjection table) {
    return new GoldProjection(
        table.table(), table.dimensions(), table.grain(), measures, table.lake());
  }

  @Test
  void a_table_that_was_made_with_other_measures_is_refused_with_the_difference() {
    LakeLab lake = newLab();
    GoldProjection fewer = lake.projections().get(0);
    GoldProjection more = lake.projections().get(2);
    lake.gold(List.of(fewer, more));

    assertThatThrownBy(() -> lake.gold(List.of(with(more.measures(), fewer))))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("revenue_by_city_hour")
        .hasMessageContaining("it lacks the column largest");
    assertThatThrownBy(() -> lake.gold(List.of(with(fewer.measures(), more))))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("revenue_by_city_product_month")
        .hasMessageContaining("it has the column largest");
  }

  @Test
  void columns_are_stored_under_the_names_and_types_that_they_always_had() {
    List<GoldProjection> tables = newLab().projections();

    assertThat(tables.subList(0, 3))
        .extracting(
            table -> new GoldLayout(0, table).table().schema().toDDL().replace(" NOT NULL", ""))
        .containsExactly(
            "city STRING,currency STRING,hour TIMESTAMP,revenue DECIMAL(38,4),units BIGINT,events BIGINT,date STRING",
            "product STRING,currency STRING,day DATE,revenue DECIMAL(38,4),units BIGINT,events BIGINT,month STRING",
            "city STRING,product STRING,currency STRING,month DATE,revenue DECIMAL(38,4),units BIGINT,"
                + "events BIGINT,largest DECIMAL(38,4),gross DECIMAL(38,4),refunds DECIMAL(38,4),"
                + "orders BIGINT,converted DECIMAL(38,4),year STRING");
  }
}
