package io.orderlake.domain.table;

import static io.orderlake.domain.table.ColumnType.Plain.LONG;
import static io.orderlake.domain.table.ColumnType.Plain.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.order.OptionalField;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableSchemaTest {
  private static final Column DAY = Column.of("day", TEXT, "the day");

  private static TableSchema table(Column... columns) {
    return new TableSchema(TableId.gold("x"), "a row", List.of(columns), DAY, List.of());
  }

  @Test
  void a_column_lies_where_it_is_declared_and_the_partition_column_comes_last() {
    TableSchema table = table(Column.of("a", TEXT, "a"), Column.of("b", LONG, "b"));

    assertThat(table.ordinal("b")).isEqualTo(1);
    assertThat(table.all()).extracting(Column::name).containsExactly("a", "b", "day");
    assertThat(table.columns("b", "a")).extracting(Column::name).containsExactly("b", "a");
  }

  @Test
  void a_column_that_is_not_there_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table(Column.of("a", TEXT, "a")).ordinal("b"))
        .withMessage("gold/x has no column b");
  }

  @Test
  void a_table_has_the_layout_of_its_newest_column() {
    assertThat(table(Column.of("a", TEXT, "a")).layout()).isEqualTo(LayoutVersion.FIRST);
    assertThat(table(Column.later(4, "a", TEXT, "a"), Column.later(3, "b", TEXT, "b")).layout())
        .isEqualTo(new LayoutVersion(4));
  }

  @Test
  void what_came_later_may_be_null_and_no_name_is_there_twice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Column("a", TEXT, false, 2, "a"))
        .withMessageContaining("column a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table(Column.of("a", TEXT, "a"), Column.of("a", LONG, "a")))
        .withMessageContaining("two columns a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table(DAY))
        .withMessageContaining("two columns day");
  }

  @Test
  void each_optional_field_of_the_event_is_a_column_of_silver_that_may_be_null() {
    for (OptionalField field : OptionalField.ALL) {
      Column column = SilverColumns.SCHEMA.columns(field.field()).get(0);

      assertThat(column.mayBeNull()).isTrue();
      assertThat(column.since()).isEqualTo(field.since().layout()).isGreaterThan(1);
    }
    assertThat(OptionalField.ALL)
        .extracting(field -> field.since().layout())
        .as("columns are only ever added behind the others")
        .isSorted();
  }

  @Test
  void the_tables_follow_each_other_from_bronze_on() {
    assertThat(LakeTables.FIXED.map(TableSchema::id))
        .containsExactly(TableId.BRONZE_ORDERS, TableId.SILVER_ORDERS, TableId.QUARANTINE);
    assertThat(LakeTables.madeFrom(TableId.BRONZE_ORDERS))
        .containsExactly(TableId.SILVER_ORDERS, TableId.QUARANTINE);
    assertThat(LakeTables.madeFrom(TableId.SILVER_ORDERS)).isEmpty();
    assertThat(LakeTables.layout(TableId.SILVER_ORDERS)).isEqualTo(SilverColumns.SCHEMA.layout());
    assertThat(LakeTables.layout(TableId.gold("any"))).isEqualTo(new LayoutVersion(2));
  }

  @Test
  void types_are_written_with_what_they_are_made_of() {
    assertThat(SilverColumns.PRICE.written()).isEqualTo("decimal(18,4)");
    assertThat(QuarantineColumns.SCHEMA.columns("reasons").get(0).type().written())
        .isEqualTo("list<struct<code text, field text, sentence text>>");
  }
}
