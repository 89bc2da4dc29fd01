package io.orderlake.adapters.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.layout.SparkColumns;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.adapters.spark.silver.QuarantineLayout;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.adapters.spark.topic.TopicRows;
import io.orderlake.domain.table.BronzeColumns;
import io.orderlake.domain.table.Column;
import io.orderlake.domain.table.LakeTables;
import io.orderlake.domain.table.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lakes hold these schemas: what the catalogue says now has to be what it said when they were. */
class StoredSchemasTest {
  private static final Map<String, TableLayout> LAYOUTS =
      Map.of(
          "bronze/orders", BronzeLayout.LAYOUT,
          "silver/orders", SilverLayout.LAYOUT,
          "silver/quarantine", QuarantineLayout.LAYOUT);

  /** The schema as Delta's log has it. */
  private static String stored(String table, int layout) throws IOException {
    String name = "/stored-schemas/" + table.replace('/', '.') + "." + layout + ".json";
    try (InputStream file = StoredSchemasTest.class.getResourceAsStream(name)) {
      return DataType.fromJson(new String(file.readAllBytes(), UTF_8)).json();
    }
  }

  private static TableSchema schema(String table) {
    return LakeTables.FIXED.find(each -> each.id().path().equals(table)).get();
  }

  /** The columns that were there in that layout. */
  private static StructType upTo(int layout, String table) {
    List<Column> columns = new ArrayList<>(schema(table).all());
    columns.removeIf(column -> column.since() > layout);
    return SparkColumns.of(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "bronze/orders,2",
    "silver/orders,2",
    "silver/orders,3",
    "silver/orders,4",
    "silver/orders,5",
    "silver/quarantine,2",
    "silver/quarantine,3",
    "silver/quarantine,4"
  })
  void columns_types_and_nullability_of_a_stored_layout_are_what_they_were(String table, int layout)
      throws IOException {
    assertThat(upTo(layout, table).json()).isEqualTo(stored(table, layout));
    assertThat(schema(table).layout().number()).isGreaterThanOrEqualTo(layout);
  }

  @ParameterizedTest
  @CsvSource({"bronze/orders", "silver/orders", "silver/quarantine"})
  void a_new_table_has_the_columns_of_the_catalogue_and_says_its_layout(String table) {
    TableLayout layout = LAYOUTS.get(table);

    assertThat(layout.schema()).isEqualTo(SparkColumns.of(schema(table).all()));
    assertThat(layout.version()).isEqualTo(schema(table).layout());
    assertThat(layout.partitionColumn()).isEqualTo(schema(table).partition().name());
    assertThat(layout.properties()).containsEntry("delta.checkpointInterval", "100");
  }

  @Test
  void what_is_noted_of_files_and_may_be_done_to_them_is_what_it_was() {
    assertThat(BronzeLayout.LAYOUT.properties())
        .containsEntry("delta.appendOnly", "true")
        .containsEntry("delta.dataSkippingStatsColumns", "offset,ingest_sequence")
        .hasSize(4);
    assertThat(QuarantineLayout.LAYOUT.properties())
        .containsEntry("delta.dataSkippingStatsColumns", "offset,ingest_sequence,waits_for")
        .hasSize(3);
    assertThat(SilverLayout.LAYOUT.properties())
        .containsEntry("delta.dataSkippingStatsColumns", "event_id,source_offset,ingest_sequence")
        .hasSize(3);
  }

  /** Rows are read by one set of ordinals before and after they are stored. */
  @Test
  void a_record_on_its_way_to_bronze_lies_as_in_bronze_up_to_its_headers() {
    int common = BronzeColumns.SCHEMA.ordinal(BronzeColumns.HEADERS) + 1;

    for (int i = 0; i < common; i++) {
      assertThat(TopicRows.SCHEMA.apply(i).name())
          .isEqualTo(BronzeLayout.LAYOUT.schema().apply(i).name());
    }
    assertThat(TopicRows.SCHEMA.apply("headers").dataType())
        .isEqualTo(BronzeLayout.LAYOUT.schema().apply("headers").dataType());
  }
}
