package io.orderlake.adapters.delta.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.delta.kernel.types.DateType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.DeltaTableWriter;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.RecordColumns;
import io.orderlake.application.contract.BronzeOffsetsContract;
import io.orderlake.domain.bronze.BronzeOffsets;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelBronzeOffsetsTest extends BronzeOffsetsContract {
  private static final StructType SCHEMA = RecordColumns.schema().add("ingest_date", DateType.DATE);
  private static final TopicPartition ORDERS_0 = new TopicPartition("orders", 0);

  @TempDir private Path root;

  @Override
  protected BronzeOffsets offsets() {
    return new KernelBronzeOffsets(KernelLake.at(root));
  }

  @Override
  protected long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets) {
    Map<String, Long> positions = new HashMap<>();
    positions.put("orderlake/bronze/sequence", sequence);
    nextOffsets.forEach(
        (partition, next) ->
            positions.put(
                "orderlake/bronze/" + partition.topic() + "/" + partition.partition(), next));
    return new DeltaTableWriter(root.resolve("bronze/orders"), SCHEMA, "ingest_date")
        .commit(Set.of(), Map.of(), positions);
  }

  @Test
  void versions_far_apart_are_read_from_the_log_s_checkpoint_and_not_commit_by_commit()
      throws IOException {
    BronzeOffsets offsets = offsets();
    commit(0, TreeMap.of(ORDERS_0, 1L));
    assertThat(offsets.next(0)).isEqualTo(TreeMap.of(ORDERS_0, 1L));
    for (long version = 1; version <= 125; version++) {
      commit(version, TreeMap.of(ORDERS_0, 1 + version));
    }
    for (long version = 1; version < 20; version++) {
      Files.delete(
          root.resolve(String.format(Locale.ROOT, "bronze/orders/_delta_log/%020d.json", version)));
    }

    assertThat(offsets.next(122)).isEqualTo(TreeMap.of(ORDERS_0, 123L));
  }

  @Test
  void a_version_that_the_log_no_longer_reaches_is_a_failure_that_names_it() throws IOException {
    for (long version = 0; version <= 12; version++) {
      commit(version, TreeMap.of(ORDERS_0, 1 + version));
    }
    Files.delete(
        root.resolve(String.format(Locale.ROOT, "bronze/orders/_delta_log/%020d.json", 2)));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> offsets().next(4))
        .withMessageContaining("version 4");
  }
}
