package io.orderlake.adapters.spark.gold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.spark.delta.layout.SparkColumns;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.table.GoldColumns;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Lakes hold these schemas of the two tables that every lake has. */
class StoredGoldSchemasTest {
  private static String stored(String table, int layout) throws IOException {
    String name = "/stored-schemas/gold." + table + "." + layout + ".json";
    try (InputStream file = StoredGoldSchemasTest.class.getResourceAsStream(name)) {
      return DataType.fromJson(new String(file.readAllBytes(), UTF_8)).json();
    }
  }

  private static StructType ofFirstLayout(GoldProjection projection) {
    return SparkColumns.of(
        GoldColumns.of(projection).all().stream().filter(column -> column.since() == 1).toList());
  }

  @Test
  void columns_types_and_properties_of_the_built_in_tables_are_what_they_were() throws IOException {
    assertThat(GoldProjections.in(GoldFixture.in(ZoneOffset.UTC))).hasSize(2);
    for (GoldProjection projection : GoldProjections.in(GoldFixture.in(ZoneOffset.UTC))) {
      TableLayout layout = new GoldLayout(0, projection).table();

      assertThat(layout.schema().json()).isEqualTo(stored(projection.table(), 2));
      assertThat(ofFirstLayout(projection).json()).isEqualTo(stored(projection.table(), 1));
      assertThat(layout.properties())
          .isEqualTo(Map.of("delta.checkpointInterval", "100", LayoutVersion.PROPERTY, "2"));
    }
  }
}
