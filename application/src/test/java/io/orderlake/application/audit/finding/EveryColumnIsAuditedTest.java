package io.orderlake.application.audit.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.audit.spill.Fingerprints;
import io.orderlake.application.fixture.OptionalFixture;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.table.Column;
import io.orderlake.domain.table.SilverColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The audit compares and shows whatever columns the catalogue gives Silver. */
class EveryColumnIsAuditedTest {
  /** What stands in the columns that every row has; each can be had otherwise. */
  private static Map<String, String> usual() {
    Map<String, String> row = new HashMap<>();
    row.put(SilverColumns.QUANTITY, "2");
    row.put(SilverColumns.UNIT_PRICE, "3");
    row.put(SilverColumns.TOTAL_AMOUNT, "6");
    row.put(SilverColumns.EVENT_TIME, "2026-11-22T10:15:30Z");
    row.put(SilverColumns.SCHEMA_VERSION, "3");
    row.put(SilverColumns.SOURCE_PARTITION, "1");
    row.put(SilverColumns.SOURCE_OFFSET, "2");
    row.put(SilverColumns.INGEST_SEQUENCE, "3");
    return row;
  }

  private static final Map<String, String> OTHERWISE =
      Map.of(SilverColumns.EVENT_TIME, "2026-11-22T10:15:31Z");

  private static RefinedOrder order(Map<String, String> row, OptionalValues optional) {
    return new RefinedOrder(
            row.getOrDefault(SilverColumns.EVENT_ID, "e"),
            row.getOrDefault(SilverColumns.ORDER_ID, "o"),
            row.getOrDefault(SilverColumns.PRODUCT, "p"),
            row.getOrDefault(SilverColumns.CITY, "c"),
            Long.parseLong(row.get(SilverColumns.QUANTITY)),
            Amount.of(row.get(SilverColumns.UNIT_PRICE)),
            Amount.of(row.get(SilverColumns.TOTAL_AMOUNT)),
            row.getOrDefault(SilverColumns.CURRENCY, "USD"),
            null,
            Instant.parse(row.get(SilverColumns.EVENT_TIME)),
            optional,
            new RefinedOrder.Provenance(
                new BronzeOrder(
                    Long.parseLong(row.get(SilverColumns.INGEST_SEQUENCE)),
                    new SourcePosition(
                        row.getOrDefault(SilverColumns.SOURCE_TOPIC, "orders"),
                        Integer.parseInt(row.get(SilverColumns.SOURCE_PARTITION)),
                        Long.parseLong(row.get(SilverColumns.SOURCE_OFFSET))),
                    Integer.parseInt(row.getOrDefault(SilverColumns.SOURCE_LINE, "0"))),
                Integer.parseInt(row.get(SilverColumns.SCHEMA_VERSION)),
                row.getOrDefault(SilverColumns.RULE_SET_VERSION, "r"),
                List.of(row.getOrDefault(SilverColumns.WARNINGS, "w")),
                row.getOrDefault(SilverColumns.UNKNOWN_FIELDS, "")),
            ContentHash.of(row.getOrDefault(SilverColumns.CONTENT_HASH, "h")))
        .withConverted(
            row.containsKey(SilverColumns.CONVERTED_AMOUNT)
                ? Amount.of(row.get(SilverColumns.CONVERTED_AMOUNT))
                : null);
  }

  /** The row with another value in that column. */
  private static RefinedOrder changedIn(Column column) {
    for (OptionalField field : OptionalField.ALL) {
      if (field.field().equals(column.name())) {
        return order(usual(), OptionalFixture.FILLED.without(field));
      }
    }
    Map<String, String> row = usual();
    row.put(column.name(), OTHERWISE.getOrDefault(column.name(), "7"));
    return order(row, OptionalFixture.FILLED);
  }

  @Test
  void a_row_that_differs_in_any_column_has_another_fingerprint() {
    List<ContentHash> found = new ArrayList<>();
    found.add(Fingerprints.row(order(usual(), OptionalFixture.FILLED)));
    for (Column column : SilverColumns.SCHEMA.columns()) {
      found.add(Fingerprints.row(changedIn(column)));
    }

    assertThat(found).hasSize(SilverColumns.SCHEMA.columns().size() + 1).doesNotHaveDuplicates();
  }

  /** The address stands beside the row that is shown. */
  @Test
  void every_column_of_a_row_is_shown() {
    List<String> shown =
        new ArrayList<>(RowText.fields(order(usual(), OptionalFixture.FILLED)).keySet());
    shown.addAll(
        List.of(
            SilverColumns.SOURCE_TOPIC,
            SilverColumns.SOURCE_PARTITION,
            SilverColumns.SOURCE_OFFSET));

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            SilverColumns.SCHEMA.columns().stream().map(Column::name).toList());
  }
}
