package io.orderlake.adapters.delta.bronze;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.delta.kernel.types.DateType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.DeltaTableWriter;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.RecordColumns;
import io.orderlake.application.contract.BronzeViewContract;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableState;
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

class KernelBronzeViewTest extends BronzeViewContract {
  private static final StructType SCHEMA = RecordColumns.schema().add("ingest_date", DateType.DATE);
  private static final SortedMap<TopicPartition, Long> SOME =
      TreeMap.of(new TopicPartition("orders", 0), 5L);

  @TempDir private Path root;

  @Override
  protected BronzeView view() {
    return new KernelBronzeView(KernelLake.at(root));
  }

  @Override
  protected long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets) {
    Map<String, Long> positions = new HashMap<>();
    positions.put("orderlake/bronze/sequence", sequence);
    nextOffsets.forEach(
        (partition, next) -> {
          String topic = "orderlake/bronze/" + partition.topic();
          positions.put(topic + "/" + partition.partition(), next);
          positions.put(topic + "/partitions", 1L + partition.partition());
        });
    return commit(positions);
  }

  @Override
  protected void commitTopicId(String topic, String id) {
    long ignored = commit(Map.of("orderlake/bronze/" + topic + "/id/" + id, 0L));
  }

  private long commit(Map<String, Long> positions) {
    return new DeltaTableWriter(root.resolve("bronze/orders"), SCHEMA, "ingest_date")
        .commit(Set.of(), Map.of(), positions);
  }

  private Path commitFile(long version) {
    return root.resolve(String.format(Locale.ROOT, "bronze/orders/_delta_log/%020d.json", version));
  }

  private void overwrite(long version, String content) throws IOException {
    Path file = commitFile(version);
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    Files.write(file, content.getBytes(UTF_8));
  }

  @Test
  void positions_of_other_writers_are_none_of_bronze() {
    commit(Map.of("some-app", 3L, "orderlake/upstream", 9L, "orderlake/bronze/a/b/0", 4L));

    assertThat(view().state().get().nextOffsets()).isEmpty();
    assertThat(view().state().get().table().position()).isEqualTo(TableState.NOTHING_READ);
  }

  @Test
  void commits_below_a_checkpoint_are_not_needed() throws IOException {
    for (int i = 0; i <= 14; i++) {
      commit(i, TreeMap.of(new TopicPartition("orders", i), 100L + i));
    }
    for (int version = 0; version < 10; version++) {
      Files.delete(commitFile(version));
    }

    assertThat(view().state().get().nextOffsets().size()).isEqualTo(15);
    assertThat(view().state().get().table()).isEqualTo(new TableState(14, 14));
  }

  @Test
  void a_view_that_stood_at_a_commit_that_was_cleaned_up_finds_its_way() throws IOException {
    BronzeView view = view();
    for (int i = 0; i <= 14; i++) {
      commit(i, TreeMap.of(new TopicPartition("orders", i), 100L + i));
      if (i == 3) {
        assertThat(view.state().get().table()).isEqualTo(new TableState(3, 3));
      }
    }
    for (int version = 0; version < 10; version++) {
      Files.delete(commitFile(version));
    }

    assertThat(view.state().get().nextOffsets().size()).isEqualTo(15);
    assertThat(view.state().get().table()).isEqualTo(new TableState(14, 14));
  }

  @Test
  void a_view_reads_each_commit_only_once() throws IOException {
    BronzeView view = view();
    commit(0, SOME);
    commit(1, SOME);
    view.state();
    overwrite(0, "no longer JSON");

    long version = commitByHand(2);

    assertThat(view.state().get().table()).isEqualTo(new TableState(version, 2));
    assertThat(view.state().get().nextOffsets()).isEqualTo(SOME);
  }

  private long commitByHand(long sequence) throws IOException {
    String position =
        "{\"txn\":{\"appId\":\"orderlake/bronze/sequence\",\"version\":" + sequence + "}}\n";
    Files.write(commitFile(2), position.getBytes(UTF_8));
    return 2;
  }

  @Test
  void a_table_made_anew_is_noticed() throws IOException {
    BronzeView view = view();
    commit(7, TreeMap.of(new TopicPartition("orders", 3), 700L));
    view.state();
    Files.move(root.resolve("bronze"), root.resolve("old"));
    assertThat(view.state()).isEmpty();

    commit(0, SOME);

    assertThat(view.state().get().nextOffsets()).isEqualTo(SOME);
  }

  @Test
  void a_table_put_in_the_place_of_another_is_noticed() throws IOException {
    BronzeView view = view();
    commit(7, TreeMap.of(new TopicPartition("orders", 3), 700L));
    view.state();
    Files.move(root.resolve("bronze"), root.resolve("old"));
    commit(0, TreeMap.of(new TopicPartition("orders", 3), 70_000L));

    assertThat(view.state().get().nextOffsets())
        .isEqualTo(TreeMap.of(new TopicPartition("orders", 3), 70_000L));
    assertThat(view.state().get().table().position()).isZero();
  }

  @Test
  void a_directory_without_commits_is_no_table() throws IOException {
    Files.createDirectories(root.resolve("bronze/orders/_delta_log"));

    assertThat(view().state()).isEmpty();
  }

  @Test
  void a_damaged_commit_is_named() throws IOException {
    commit(0, SOME);
    commit(1, SOME);
    overwrite(1, "{\"txn\":{\"appId\":\"orderlake/bro");

    damageIsNamed(view(), 1);
  }

  @Test
  void an_emptied_commit_is_named() throws IOException {
    commit(0, SOME);
    commit(1, SOME);
    overwrite(1, "");

    damageIsNamed(view(), 1);
  }

  @Test
  void a_commit_damaged_while_a_view_follows_is_named() throws IOException {
    BronzeView view = view();
    commit(0, SOME);
    view.state();
    overwrite(1, "[1,2]");

    damageIsNamed(view, 1);
  }

  @Test
  void a_missing_commit_is_an_error_and_not_an_older_state() throws IOException {
    for (int i = 0; i < 4; i++) {
      commit(i, SOME);
    }
    Files.delete(commitFile(2));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(view()::state)
        .withMessageContaining("bronze/orders")
        .matches(failure -> !failure.retryable());
  }

  private void damageIsNamed(BronzeView view, long version) {
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(view::state)
        .withMessageContaining(commitFile(version).getFileName().toString())
        .withMessageContaining("restore it")
        .matches(failure -> !failure.retryable());
  }
}
