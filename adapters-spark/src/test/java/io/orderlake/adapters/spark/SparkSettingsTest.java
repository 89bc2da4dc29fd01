package io.orderlake.adapters.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SparkSettingsTest {
  private static final Path SCRATCH = Path.of("/scratch");

  @Test
  void what_is_asked_for_wins_over_what_orderlake_would_choose() {
    Map<String, String> asked =
        HashMap.of(
            "spark.databricks.delta.snapshotPartitions", "8",
            "spark.ui.enabled", "true",
            "spark.shuffle.readHostLocalDisk", "true",
            "spark.sql.parquet.compression.codec", "snappy",
            "spark.local.dir", "/fast",
            "spark.driver.host", "driver.example");

    assertThat(SparkSettings.refused(asked)).isEmpty();
    assertThat(SparkSettings.beside(HashMap.empty(), true, SCRATCH).keySet())
        .containsAll(asked.keySet());
    assertThat(SparkSettings.beside(asked, true, SCRATCH).keySet())
        .doesNotContainAnyElementsOf(asked.keySet());
  }

  @Test
  void what_a_lake_stands_on_is_refused_unless_it_is_the_same() {
    assertThat(
            SparkSettings.refused(
                HashMap.of(
                    "spark.sql.session.timezone", "Europe/Zurich",
                    "spark.sql.adaptive.enabled", "false",
                    "spark.sql.parquet.datetimeRebaseModeInWrite", "LEGACY")))
        .isEqualTo(
            HashMap.of(
                "spark.sql.session.timezone", "UTC",
                "spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED"));
  }

  @Test
  void other_extensions_are_beside_deltas() {
    assertThat(extensions(HashMap.empty())).isEqualTo("io.delta.sql.DeltaSparkSessionExtension");
    assertThat(extensions(HashMap.of("spark.sql.extensions", "a.B, c.D")))
        .isEqualTo("io.delta.sql.DeltaSparkSessionExtension,a.B,c.D");
  }

  private static String extensions(Map<String, String> asked) {
    return SparkSettings.beside(asked, true, SCRATCH).get("spark.sql.extensions").get();
  }

  @Test
  void on_a_cluster_nothing_is_said_of_this_machines_addresses() {
    assertThat(SparkSettings.beside(HashMap.empty(), false, SCRATCH).keySet())
        .doesNotContain("spark.driver.host", "spark.driver.bindAddress", "spark.local.dir");
  }
}
