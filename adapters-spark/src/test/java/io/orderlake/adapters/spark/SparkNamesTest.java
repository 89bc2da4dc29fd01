package io.orderlake.adapters.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparkNamesTest {
  @Test
  void a_name_that_a_variable_could_not_spell_is_found() {
    SparkNames names = SparkNames.ofSpark();
    assertThat(
            names.spelled(
                Map.of(
                    "spark.sql.session.timezone", "a",
                    "spark.local.dir", "b",
                    "spark.databricks.delta.snapshotpartitions", "c",
                    "spark.driver.maxresultsize", "d",
                    "spark.hadoop.fs.s3a.path.style.access", "e")))
        .isEqualTo(
            Map.of(
                "spark.sql.session.timeZone", "a",
                "spark.local.dir", "b",
                "spark.databricks.delta.snapshotPartitions", "c",
                "spark.driver.maxResultSize", "d",
                "spark.hadoop.fs.s3a.path.style.access", "e"));
  }

  @Test
  void of_several_that_are_spelled_alike_none_is_guessed() {
    SparkNames names = new SparkNames(List.of("a.bC", "a.b-c", "a.b_c"));
    assertThat(names.spelled(Map.of("a.bc", "x"))).containsOnlyKeys("a.bC");
    assertThat(names.spelled(Map.of("a.b.c", "x"))).containsOnlyKeys("a.b.c");
  }
}
