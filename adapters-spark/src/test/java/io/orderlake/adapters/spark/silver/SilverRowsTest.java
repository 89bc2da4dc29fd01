package io.orderlake.adapters.spark.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.OptionalFixture;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.silver.RefinedOrder;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.Test;

class SilverRowsTest {
  private static RefinedOrder order(OptionalValues optional, String unknownFields, int line) {
    return new RefinedOrder(
        "e-1",
        "100045",
        "Laptop",
        "São Paulo",
        2,
        Amount.of("99999999999999.9999"),
        Amount.of("99999999999999999999.9999"),
        "USD",
        null,
        Instant.parse("2026-11-22T10:15:30.123456Z"),
        optional,
        new RefinedOrder.Provenance(
            new BronzeOrder(9, new SourcePosition("orders", 3, 42), line),
            3,
            "9f86d081884c",
            List.of("event_time_without_zone"),
            unknownFields),
        ContentHash.of("content"));
  }

  @Test
  void an_order_with_all_that_it_can_have_fills_every_column_and_comes_back() {
    RefinedOrder order =
        order(OptionalFixture.FILLED, "{\"coupon\":7}", 7)
            .withConverted(Amount.of("-9999999999999999999999999999999999.9999"));
    InternalRow row = SilverRows.row(order);

    assertThat(row.numFields()).isEqualTo(SilverLayout.ROW.size());
    assertThat(row.anyNull()).isFalse();
    assertThat(SilverRows.order(row)).isEqualTo(order);
  }

  @Test
  void an_order_without_what_is_optional_is_null_there_and_comes_back() {
    RefinedOrder order = order(OptionalValues.NONE, "", BronzeOrder.WHOLE_RECORD);
    InternalRow row = SilverRows.row(order);

    for (OptionalField field : OptionalField.ALL) {
      assertThat(row.isNullAt(SilverLayout.ordinal(field))).as(field.field()).isTrue();
    }
    assertThat(row.isNullAt(SilverLayout.SOURCE_LINE)).isTrue();
    assertThat(row.isNullAt(SilverLayout.CONVERTED_AMOUNT)).isTrue();
    assertThat(SilverRows.order(row)).isEqualTo(order);
  }
}
