package io.orderlake.adapters.spark.delta.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogKeepingTest {
  private static final Map<String, String> OF_A_TABLE = Map.of("delta.checkpointInterval", "100");

  @ParameterizedTest
  @ValueSource(strings = {"s3a://bucket/orders/bronze/orders", "gs://bucket/bronze/orders"})
  void tables_on_a_store_have_few_commits_between_checkpoints(String table) {
    LogKeeping keeping = LogKeeping.of(new Path(table));

    assertThat(keeping.with(OF_A_TABLE))
        .containsEntry("delta.checkpointInterval", "10")
        .containsEntry("delta.enableExpiredLogCleanup", "false");
  }

  @Test
  void those_on_a_disk_have_as_many_as_their_layout_says() {
    LogKeeping keeping = LogKeeping.of(new Path("/data/bronze/orders"));

    assertThat(keeping.with(OF_A_TABLE))
        .containsEntry("delta.checkpointInterval", "100")
        .containsEntry("delta.enableExpiredLogCleanup", "false");
  }

  @Test
  void a_table_of_an_earlier_lake_is_told_from_one_that_is_kept_so() {
    LogKeeping onDisk = LogKeeping.of(new Path("/data/bronze/orders"));
    LogKeeping onStore = LogKeeping.of(new Path("s3a://bucket/orders/bronze/orders"));

    assertThat(onDisk.isIn(OF_A_TABLE)).isFalse();
    assertThat(onDisk.isIn(onDisk.with(OF_A_TABLE))).isTrue();
    assertThat(onStore.isIn(onDisk.with(OF_A_TABLE))).isFalse();
    assertThat(onStore.isIn(onStore.with(OF_A_TABLE))).isTrue();
  }
}
