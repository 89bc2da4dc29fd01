package io.orderlake.adapters.delta.bronze;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Bronze stands, read out of a log that has checkpoints, gaps and damage. */
class KernelBronzeLogTest {
  private static final TopicPartition ORDERS_0 = new TopicPartition("orders", 0);
  private static final SortedMap<TopicPartition, Long> SOME = TreeMap.of(ORDERS_0, 5L);

  @TempDir private Path root;

  private BronzeTable bronze;

  @BeforeEach
  void open() {
    bronze = new BronzeTable(root);
  }

  private BronzeView view() {
    return new KernelBronzeView(KernelLake.at(root));
  }

  private void overwrite(long version, String content) throws IOException {
    Path file = bronze.commitFile(version);
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    Files.write(file, content.getBytes(UTF_8));
  }

  @Test
  void versions_far_apart_are_read_from_the_log_s_checkpoint_and_not_commit_by_commit()
      throws IOException {
    BronzeView view = view();
    bronze.commit(0, TreeMap.of(ORDERS_0, 1L));
    assertThat(view.at(0).get().nextOffsets()).isEqualTo(TreeMap.of(ORDERS_0, 1L));
    for (long version = 1; version <= 125; version++) {
      bronze.commit(version, TreeMap.of(ORDERS_0, 1 + version));
    }
    bronze.deleteCommits(1, 20);

    assertThat(view.at(122).get().nextOffsets()).isEqualTo(TreeMap.of(ORDERS_0, 123L));
  }

  @Test
  void a_version_that_the_log_no_longer_reaches_is_a_failure_that_names_it() throws IOException {
    for (long version = 0; version <= 12; version++) {
      bronze.commit(version, TreeMap.of(ORDERS_0, 1 + version));
    }
    bronze.deleteCommits(2, 3);

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> view().at(4))
        .withMessageContaining("version 4");
  }

  @Test
  void positions_of_other_writers_are_none_of_bronze() {
    bronze.commit(Map.of("some-app", 3L, "orderlake/upstream", 9L, "orderlake/bronze/a/b/0", 4L));

    assertThat(view().state().get().nextOffsets()).isEmpty();
    assertThat(view().state().get().table().position()).isEqualTo(TableState.NOTHING_READ);
  }

  @Test
  void commits_below_a_checkpoint_are_not_needed() throws IOException {
    for (int i = 0; i <= 14; i++) {
      bronze.commit(i, TreeMap.of(new TopicPartition("orders", i), 100L + i));
    }
    bronze.deleteCommits(0, 10);

    assertThat(view().state().get().nextOffsets().size()).isEqualTo(15);
    assertThat(view().state().get().table()).isEqualTo(new TableState(14, 14));
  }

  @Test
  void a_view_that_stood_at_a_commit_that_was_cleaned_up_finds_its_way() throws IOException {
    BronzeView view = view();
    for (int i = 0; i <= 14; i++) {
      bronze.commit(i, TreeMap.of(new TopicPartition("orders", i), 100L + i));
      if (i == 3) {
        assertThat(view.state().get().table()).isEqualTo(new TableState(3, 3));
      }
    }
    bronze.deleteCommits(0, 10);

    assertThat(view.state().get().nextOffsets().size()).isEqualTo(15);
    assertThat(view.state().get().table()).isEqualTo(new TableState(14, 14));
  }

  @Test
  void a_view_reads_each_commit_only_once() throws IOException {
    BronzeView view = view();
    bronze.commit(0, SOME);
    bronze.commit(1, SOME);
    view.state();
    overwrite(0, "no longer JSON");

    long version = commitByHand(2);

    assertThat(view.state().get().table()).isEqualTo(new TableState(version, 2));
    assertThat(view.state().get().nextOffsets()).isEqualTo(SOME);
  }

  private long commitByHand(long sequence) throws IOException {
    String position =
        "{\"txn\":{\"appId\":\"orderlake/bronze/sequence\",\"version\":" + sequence + "}}\n";
    Files.write(bronze.commitFile(2), position.getBytes(UTF_8));
    return 2;
  }

  @Test
  void a_table_made_anew_is_noticed() throws IOException {
    BronzeView view = view();
    bronze.commit(7, TreeMap.of(new TopicPartition("orders", 3), 700L));
    view.state();
    Files.move(root.resolve("bronze"), root.resolve("old"));
    assertThat(view.state()).isEmpty();

    bronze.commit(0, SOME);

    assertThat(view.state().get().nextOffsets()).isEqualTo(SOME);
  }

  @Test
  void a_table_put_in_the_place_of_another_is_noticed() throws IOException {
    BronzeView view = view();
    bronze.commit(7, TreeMap.of(new TopicPartition("orders", 3), 700L));
    view.state();
    Files.move(root.resolve("bronze"), root.resolve("old"));
    bronze.commit(0, TreeMap.of(new TopicPartition("orders", 3), 70_000L));

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
    bronze.commit(0, SOME);
    bronze.commit(1, SOME);
    overwrite(1, "{\"txn\":{\"appId\":\"orderlake/bro");

    damageIsNamed(view(), 1);
  }

  @Test
  void an_emptied_commit_is_named() throws IOException {
    bronze.commit(0, SOME);
    bronze.commit(1, SOME);
    overwrite(1, "");

    damageIsNamed(view(), 1);
  }

  @Test
  void a_commit_damaged_while_a_view_follows_is_named() throws IOException {
    BronzeView view = view();
    bronze.commit(0, SOME);
    view.state();
    overwrite(1, "[1,2]");

    damageIsNamed(view, 1);
  }

  @Test
  void a_missing_commit_is_an_error_and_not_an_older_state() throws IOException {
    for (int i = 0; i < 4; i++) {
      bronze.commit(i, SOME);
    }
    Files.delete(bronze.commitFile(2));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(view()::state)
        .withMessageContaining("bronze/orders")
        .matches(failure -> !failure.retryable());
  }

  private void damageIsNamed(BronzeView view, long version) {
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(view::state)
        .withMessageContaining(bronze.commitFile(version).getFileName().toString())
        .withMessageContaining("restore it")
        .matches(failure -> !failure.retryable());
  }
}
