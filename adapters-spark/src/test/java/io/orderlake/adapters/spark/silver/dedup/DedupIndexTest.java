package io.orderlake.adapters.spark.silver.dedup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.SilverTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DedupIndexTest {
  private static final RecordRefiner REFINER =
      new RecordRefiner(new JacksonOrderEventDecoder(), RuleSet.of(RuleSettings.DEFAULTS));

  @TempDir Path directory;

  private SparkLake lake;
  private SilverTable table;

  @BeforeEach
  void open() {
    lake = new SparkLake();
    table = lake.silver();
  }

  @Test
  void an_empty_silver_holds_no_id() {
    assertThat(index().lookup().contentOf(id("e-1"))).isNull();
  }

  @Test
  void it_follows_silver_from_commit_to_commit() {
    DedupIndex index = index();
    refine("e-1", "e-2");
    assertThat(index.lookup().contentOf(id("e-2"))).isEqualTo(stored("e-2"));
    assertThat(index.lookup().contentOf(id("e-3"))).isNull();
    refine("e-3");
    assertThat(index.lookup().contentOf(id("e-3"))).isEqualTo(stored("e-3"));
    assertThat(index.lookup().contentOf(id("e-1"))).isEqualTo(stored("e-1"));
  }

  @Test
  void many_ids_at_once_are_found_again() {
    String[] ids =
        Stream.iterate(0, i -> i < 25_000, i -> i + 1).map(i -> "e-" + i).toArray(String[]::new);
    refine(ids);
    DedupIndex.Lookup lookup = index().lookup();
    assertThat(ids)
        .hasSize(25_000)
        .allSatisfy(id -> assertThat(lookup.contentOf(id(id))).isNotNull());
    assertThat(lookup.contentOf(id("e-25000"))).isNull();
  }

  @Test
  void ids_of_any_length_are_told_apart() {
    String large = "x".repeat(1 << 20);
    refine(large, large + "y", "z".repeat(64), "\uD83D\uDE00".repeat(17));
    DedupIndex.Lookup lookup = index().lookup();
    assertThat(lookup.contentOf(id(large))).isEqualTo(stored(large));
    assertThat(lookup.contentOf(id(large + "y"))).isEqualTo(stored(large + "y"));
    assertThat(lookup.contentOf(id("\uD83D\uDE00".repeat(17)))).isNotNull();
    assertThat(lookup.contentOf(id("z".repeat(64)))).isNotNull();
    assertThat(lookup.contentOf(id(large + "z"))).isNull();
    assertThat(refine(large, "z".repeat(65))).isEqualTo(new Conservation(2, 1, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "keys "})
  void a_copy_that_holds_ids_or_keys_of_an_earlier_form_is_made_anew(String form) throws Exception {
    String large = "x".repeat(100);
    String uuid = "0190b0a0-7c11-7d5e-8a55-0123456789ab";
    refine(large, uuid);
    LakeTable silver = LakeTable.open(TestSpark.session(), lake.root(), SilverLayout.LAYOUT);
    String position = DedupIndexPosition.at(silver, silver.version()).text();
    IdStore earlier = IdStore.at(store());
    earlier.add(
        Stream.of(large, uuid)
            .map(id -> new IdStore.Entry(id(id), new byte[ContentHash.BYTES]))
            .toList(),
        form + position.substring(position.indexOf(' ') + 1));
    IdStore.close(store());
    assertThat(index().lookup().contentOf(id(large))).isEqualTo(stored(large));
    assertThat(index().lookup().contentOf(id(uuid))).isEqualTo(stored(uuid));
  }

  @Test
  void another_process_life_reads_on_where_the_last_one_ended() {
    refine("e-1");
    index().lookup();
    IdStore.close(store());
    refine("e-2");
    assertThat(index().lookup().contentOf(id("e-1"))).isEqualTo(stored("e-1"));
    assertThat(index().lookup().contentOf(id("e-2"))).isEqualTo(stored("e-2"));
  }

  @Test
  void a_copy_of_another_table_is_not_believed() {
    refine("e-1");
    index().lookup();
    IdStore.close(store());
    lake = new SparkLake();
    table = lake.silver();
    refine("e-9");
    assertThat(index().lookup().contentOf(id("e-1"))).isNull();
    assertThat(index().lookup().contentOf(id("e-9"))).isEqualTo(stored("e-9"));
  }

  @Test
  void a_damaged_copy_is_made_anew() throws IOException {
    refine("e-1", "e-2");
    index().lookup();
    IdStore.close(store());
    try (Stream<Path> files = Files.list(store())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, "damaged");
      }
    }
    assertThat(index().lookup().contentOf(id("e-2"))).isEqualTo(stored("e-2"));
  }

  @Test
  void a_directory_that_another_process_uses_costs_a_copy_of_its_own() throws Exception {
    refine("e-1");
    Process other = HoldsIdStore.start(store());
    try (DedupIndex index = index()) {
      assertThat(index.lookup().contentOf(id("e-1"))).isEqualTo(stored("e-1"));
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
    refine("e-1", "e-2");
    IdStore.remove(scratchOfLake());
    assertThat(refine("e-2", "e-3")).isEqualTo(new Conservation(2, 1, 0, 1));
  }

  private Path scratchOfLake() {
    return Path.of(URI.create(lake.root())).resolve("checkpoints").resolve("silver-event-ids");
  }

  private Path store() {
    return directory.resolve("ids");
  }

  private DedupIndex index() {
    return new DedupIndex(
        LakeTable.open(TestSpark.session(), lake.root(), SilverLayout.LAYOUT), store());
  }

  private Object stored(String eventId) {
    return lake.silverRows().stream()
        .filter(row -> row.eventId().equals(eventId))
        .findFirst()
        .orElseThrow()
        .contentHash();
  }

  private Conservation refine(String... eventIds) {
    lake.store(Stream.of(eventIds).map(id -> Sent.to(0, Event.v2(id))).toList());
    VersionRange range = table.unread(1_000_000);
    try (PreparedRefinement staged = table.prepare(range, REFINER)) {
      staged.commit();
      return staged.counts().conservation();
    }
  }

  private static byte[] id(String text) {
    return text.getBytes(UTF_8);
  }
}
