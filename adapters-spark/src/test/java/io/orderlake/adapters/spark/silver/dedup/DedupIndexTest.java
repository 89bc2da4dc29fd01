package io.orderlake.adapters.spark.silver.dedup;

import static io.orderlake.adapters.spark.silver.dedup.SmallSilver.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.order.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DedupIndexTest {
  @TempDir Path directory;

  private SmallSilver silver = new SmallSilver();

  @Test
  void an_empty_silver_holds_no_id() {
    assertThat(index().lookup().contentOf(id("e-1"))).isNull();
  }

  @Test
  void it_follows_silver_from_commit_to_commit() {
    DedupIndex index = index();
    silver.refine("e-1", "e-2");
    assertThat(index.lookup().contentOf(id("e-2"))).isEqualTo(silver.contentOf("e-2"));
    assertThat(index.lookup().contentOf(id("e-3"))).isNull();
    silver.refine("e-3");
    assertThat(index.lookup().contentOf(id("e-3"))).isEqualTo(silver.contentOf("e-3"));
    assertThat(index.lookup().contentOf(id("e-1"))).isEqualTo(silver.contentOf("e-1"));
  }

  @Test
  void many_ids_at_once_are_found_again() {
    String[] ids = SmallSilver.ids("e-", 25_000);
    silver.refine(ids);
    DedupIndex.Lookup lookup = index().lookup();
    assertThat(ids)
        .hasSize(25_000)
        .allSatisfy(id -> assertThat(lookup.contentOf(id(id))).isNotNull());
    assertThat(lookup.contentOf(id("e-25000"))).isNull();
  }

  @Test
  void ids_of_any_length_are_told_apart() {
    String large = "x".repeat(1 << 20);
    silver.refine(large, large + "y", "z".repeat(64), "\uD83D\uDE00".repeat(17));
    DedupIndex.Lookup lookup = index().lookup();
    assertThat(lookup.contentOf(id(large))).isEqualTo(silver.contentOf(large));
    assertThat(lookup.contentOf(id(large + "y"))).isEqualTo(silver.contentOf(large + "y"));
    assertThat(lookup.contentOf(id("\uD83D\uDE00".repeat(17)))).isNotNull();
    assertThat(lookup.contentOf(id("z".repeat(64)))).isNotNull();
    assertThat(lookup.contentOf(id(large + "z"))).isNull();
    assertThat(silver.refine(large, "z".repeat(65))).isEqualTo(new Conservation(2, 1, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "keys "})
  void a_copy_that_holds_ids_or_keys_of_an_earlier_form_is_made_anew(String form) throws Exception {
    String large = "x".repeat(100);
    String uuid = "0190b0a0-7c11-7d5e-8a55-0123456789ab";
    silver.refine(large, uuid);
    LakeTable table = silver.opened();
    String position = DedupIndexPosition.at(table, table.version()).text();
    IdStore earlier = IdStore.at(store());
    earlier.add(
        Stream.of(large, uuid)
            .map(id -> new IdStore.Entry(id(id), new byte[ContentHash.BYTES]))
            .toList(),
        form + position.substring(position.indexOf(' ') + 1));
    IdStore.close(store());
    assertThat(index().lookup().contentOf(id(large))).isEqualTo(silver.contentOf(large));
    assertThat(index().lookup().contentOf(id(uuid))).isEqualTo(silver.contentOf(uuid));
  }

  @Test
  void another_process_life_reads_on_where_the_last_one_ended() {
    silver.refine("e-1");
    index().lookup();
    IdStore.close(store());
    silver.refine("e-2");
    assertThat(index().lookup().contentOf(id("e-1"))).isEqualTo(silver.contentOf("e-1"));
    assertThat(index().lookup().contentOf(id("e-2"))).isEqualTo(silver.contentOf("e-2"));
  }

  @Test
  void a_copy_of_another_table_is_not_believed() {
    silver.refine("e-1");
    index().lookup();
    IdStore.close(store());
    silver = new SmallSilver();
    silver.refine("e-9");
    assertThat(index().lookup().contentOf(id("e-1"))).isNull();
    assertThat(index().lookup().contentOf(id("e-9"))).isEqualTo(silver.contentOf("e-9"));
  }

  @Test
  void a_damaged_copy_is_made_anew() throws IOException {
    silver.refine("e-1", "e-2");
    index().lookup();
    IdStore.close(store());
    try (Stream<Path> files = Files.list(store())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, "damaged");
      }
    }
    assertThat(index().lookup().contentOf(id("e-2"))).isEqualTo(silver.contentOf("e-2"));
  }

  @Test
  void a_copy_that_cannot_be_read_fails_one_run_and_is_made_anew_for_the_next() throws IOException {
    silver.refine(SmallSilver.ids("e-", 25_000));
    DedupIndex index = index();
    assertThat(index.lookup().contentOf(id("e-1"))).isNotNull();
    IdStore.close(store());
    try (Stream<Path> files = Files.list(store())) {
      Path sorted = files.filter(file -> file.toString().endsWith(".sst")).findAny().orElseThrow();
      byte[] bytes = Files.readAllBytes(sorted);
      Arrays.fill(bytes, 0, bytes.length / 2, (byte) 7);
      Files.write(sorted, bytes);
    }

    assertThatThrownBy(() -> index.lookup().contentOf(id("e-1"))).isInstanceOf(LakeFailure.class);

    assertThat(index.lookup().contentOf(id("e-1"))).isEqualTo(silver.contentOf("e-1"));
  }

  @Test
  void a_directory_that_another_process_uses_costs_a_copy_of_its_own() throws Exception {
    silver.refine("e-1");
    Process other = HoldsIdStore.start(store());
    try (DedupIndex index = index()) {
      assertThat(index.lookup().contentOf(id("e-1"))).isEqualTo(silver.contentOf("e-1"));
      try (Stream<Path> copies = Files.list(directory)) {
        assertThat(copies).hasSize(2);
      }
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (Stream<Path> copies = Files.list(directory)) {
      assertThat(copies).containsExactly(store());
    }
  }

  @Test
  void repeats_are_found_after_the_copy_was_lost() throws IOException {
    silver.refine("e-1", "e-2");
    IdStore.remove(scratchOfLake());
    assertThat(silver.refine("e-2", "e-3")).isEqualTo(new Conservation(2, 1, 0, 1));
  }

  private Path scratchOfLake() {
    return silver.root().resolve("checkpoints").resolve("silver-event-ids");
  }

  private Path store() {
    return directory.resolve("ids");
  }

  private DedupIndex index() {
    return new DedupIndex(silver.opened(), store());
  }
}
