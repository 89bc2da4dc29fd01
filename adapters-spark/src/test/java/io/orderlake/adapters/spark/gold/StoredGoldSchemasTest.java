package io.orderlake.adapters.spark.gold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.Test;

/** Lakes hold these schemas of the two tables that every lake has. */
class StoredGoldSchemasTest {
  private static String stored(String table) throws IOException {
    String name = "/stored-schemas/gold." + table + ".1.json";
    try (InputStream file = StoredGoldSchemasTest.class.getResourceAsStream(name)) {
      return DataType.fromJson(new String(file.readAllBytes(), UTF_8)).json();
    }
  }

  @Test
  void columns_types_and_properties_of_the_built_in_tables_are_what_they_were() throws IOException {
    assertThat(GoldProjections.in(ZoneOffset.UTC)).hasSize(2);
    for (GoldProjection projection : GoldProjections.in(ZoneOffset.UTC)) {
      TableLayout layout = new GoldLayout(0, projection).table();

      assertThat(layout.schema().json()).isEqualTo(stored(projection.table()));
      assertThat(layout.properties()).isEqualTo(Map.of("delta.checkpointInterval", "100"));
    }
  }
}
