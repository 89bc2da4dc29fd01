package io.orderlake.adapters.spark.silver.dedup;

import static io.orderlake.adapters.spark.silver.dedup.SmallSilver.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.protocol.json.MalformedJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.network.util.JavaUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdSnapshotsTest {
  private static final int WORTH = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @TempDir Path folder;

  private final SmallSilver silver = new SmallSilver();
  private Instant now = Instant.parse("2026-12-01T03:00:00Z");

  @Test
  void a_machine_without_an_index_begins_from_a_snapshot_and_follows_silver_from_there()
      throws IOException {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    List<Path> files = filesOfSilver();
    silver.refine("f-1");
    ContentHash first = silver.contentOf("e-0");
    ContentHash last = silver.contentOf("f-1");
    remove(files);

    try (DedupIndex other = index("other")) {
      DedupIndex.Lookup lookup = other.lookup();
      assertThat(lookup.contentOf(id("e-0"))).isEqualTo(first);
      assertThat(lookup.contentOf(id("e-99"))).isNotNull();
      assertThat(lookup.contentOf(id("f-1"))).isEqualTo(last);
      assertThat(lookup.contentOf(id("e-100"))).isNull();
    }
  }

  @Test
  void few_ids_are_not_worth_one() throws IOException {
    silver.refine(SmallSilver.ids("e-", WORTH / 2));
    snapshotBy("one");

    assertThat(snapshots()).isEmpty();
  }

  @Test
  void a_few_ids_more_make_no_other_one() throws IOException {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    List<Path> first = snapshots();
    silver.refine("f-1");
    snapshotBy("one");
    silver.refine("f-2");
    snapshotBy("restored");

    assertThat(snapshots()).isEqualTo(first).hasSize(1);
  }

  @Test
  void one_that_silver_might_soon_not_follow_any_more_is_replaced() throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    List<Path> first = snapshots();
    now = now.plus(Duration.ofHours(13));
    snapshotBy("one");
    assertThat(snapshots()).as("Silver has stayed as it was").isEqualTo(first);

    silver.refine("f-1");
    snapshotBy("one");
    assertThat(snapshots()).hasSize(1).isNotEqualTo(first);
    assertThat(read().taken()).isEqualTo(now);
  }

  @Test
  void what_somebody_has_removed_is_stored_again() throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    JavaUtils.deleteRecursively(stored().toFile());
    snapshotBy("one");
    assertRestored("two", "e-7");
  }

  @Test
  void what_somebody_has_removed_meanwhile_is_stored_again() throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    try (DedupIndex one = index("one")) {
      lookUpUntilThereIsOne(one);
      JavaUtils.deleteRecursively(stored().toFile());
      silver.refine(SmallSilver.ids("f-", 2 * WORTH));
      lookUpUntilThereIsOne(one);
    }
    assertRestored("two", "e-7");
  }

  /** By the machine that made the first, and by one that begins from it. */
  @ParameterizedTest
  @ValueSource(strings = {"one", "another"})
  void what_an_earlier_one_has_is_not_stored_again_and_what_none_needs_is_removed(String machine)
      throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    List<String> first = sorted(read());
    silver.refine(SmallSilver.ids("f-", WORTH));
    snapshotBy(machine);
    List<String> second = sorted(read());

    assertThat(first).isNotEmpty();
    assertThat(second).containsAll(first).hasSizeGreaterThan(first.size());
    assertThat(snapshots()).hasSize(1);
    try (Stream<Path> objects = Files.list(stored())) {
      List<String> others =
          objects
              .map(IdSnapshotsTest::name)
              .filter(name -> !name.endsWith(".json") && !name.endsWith(".crc"))
              .toList();
      assertThat(others)
          .containsExactlyInAnyOrderElementsOf(
              read().files().stream().map(IdSnapshot.Part::object).toList());
    }
  }

  @Test
  void a_damaged_one_is_passed_over() throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    for (String object : sorted(read())) {
      Files.writeString(stored().resolve(object), "damaged");
    }

    assertThat(found("other", "e-7")).isEqualTo(silver.contentOf("e-7"));
  }

  @Test
  void a_byte_that_is_another_is_found() throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    for (String object : sorted(read())) {
      Path file = stored().resolve(object);
      byte[] content = Files.readAllBytes(file);
      content[20] ^= 1;
      Files.write(file, content);
      Files.delete(stored().resolve("." + object + ".crc")); // Hadoop's own check
    }

    try (IdSnapshots all = all()) {
      assertThat(all.restore(folder.resolve("other"), position -> true)).isNull();
    }
  }

  @Test
  void one_that_another_runner_replaces_meanwhile_gives_way_to_the_newer() throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    String old = read().position();
    try (IdSnapshots all = all()) {
      IdSnapshot restored =
          all.restore(
              folder.resolve("other"),
              position -> {
                if (position.equals(old)) {
                  silver.refine(SmallSilver.ids("f-", WORTH));
                  snapshotBy("one");
                }
                return true;
              });
      assertThat(restored).isEqualTo(read());
      assertThat(restored.position()).isNotEqualTo(old);
    }
  }

  @Test
  void a_store_that_stumbles_is_asked_again() throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    remove(filesOfSilver());
    try (DedupIndex other = stumblingIndex("other", 2)) {
      for (int run = 0; run < 2; run++) {
        assertThatThrownBy(other::lookup)
            .isInstanceOfSatisfying(LakeFailure.class, e -> assertThat(e.retryable()).isTrue())
            .hasMessageContaining("Read timed out");
      }
      assertThat(other.lookup().contentOf(id("e-7"))).isNotNull();
    }
  }

  @Test
  void a_store_that_stumbles_for_ever_stops_no_run() throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    try (DedupIndex other = stumblingIndex("other", Integer.MAX_VALUE)) {
      assertThatThrownBy(other::lookup).isInstanceOf(LakeFailure.class);
      assertThatThrownBy(other::lookup).isInstanceOf(LakeFailure.class);
      assertThat(other.lookup().contentOf(id("e-7"))).isEqualTo(silver.contentOf("e-7"));
    }
  }

  @Test
  void one_that_lacks_a_file_is_passed_over() throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    Files.delete(stored().resolve(sorted(read()).get(0)));

    assertThat(found("other", "e-7")).isEqualTo(silver.contentOf("e-7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"form\":2}", "null"})
  void what_is_no_snapshot_is_passed_over(String text) throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    Files.writeString(stored().resolve("99999999999999999999-later.json"), text);
    remove(filesOfSilver());

    try (DedupIndex other = index("other")) {
      assertThat(other.lookup().contentOf(id("e-7"))).isNotNull();
    }
  }

  @Test
  void one_of_another_history_is_not_believed() throws Exception {
    silver.refine(SmallSilver.ids("e-", WORTH));
    snapshotBy("one");
    SmallSilver another = new SmallSilver();
    another.refine("f-1");

    try (DedupIndex index =
        new DedupIndex(another.opened(), folder.resolve("other"), Option.some(all()))) {
      assertThat(index.lookup().contentOf(id("e-7"))).isNull();
      assertThat(index.lookup().contentOf(id("f-1"))).isEqualTo(another.contentOf("f-1"));
    }
  }

  @Test
  void where_none_can_be_stored_runs_go_on() throws Exception {
    Files.writeString(stored(), "a file where the folder belongs");
    silver.refine(SmallSilver.ids("e-", WORTH));

    assertThat(found("one", "e-7")).isEqualTo(silver.contentOf("e-7"));
  }

  @Test
  void where_the_index_cannot_be_frozen_runs_go_on() throws Exception {
    silver.refine("e-0");
    try (DedupIndex before = index("one")) {
      DedupIndex.Lookup unused = before.lookup();
      Files.writeString(folder.resolve("one").resolve("frozen"), "in the way");
      silver.refine(SmallSilver.ids("f-", WORTH));

      assertThat(found("one", "f-7")).isEqualTo(silver.contentOf("f-7"));
    }
    assertThat(snapshots()).isEmpty();
  }

  @Test
  void a_lake_on_a_disk_has_none() {
    Configuration hadoop = new Configuration();

    assertThat(IdSnapshots.of("/srv/lake", "ids", hadoop)).isEmpty();
    assertThat(IdSnapshots.of("file:/srv/lake", "ids", hadoop)).isEmpty();
    try (IdSnapshots stored = IdSnapshots.of("s3a://orders/eu", "ids", hadoop).get()) {
      assertThat(stored).isNotNull();
    }
  }

  @Test
  void no_name_leads_out_of_the_folder() {
    IdSnapshot outside =
        new IdSnapshot("p", 1, now, List.of(new IdSnapshot.Part("../../ids", "object", 1, "00")));

    assertThatThrownBy(() -> IdSnapshot.read(outside.json()))
        .isInstanceOf(MalformedJson.class)
        .hasMessageContaining("../../ids");
  }

  /** Looks, and waits until the snapshot that may be under way is there. */
  private void snapshotBy(String machine) {
    try (DedupIndex index = index(machine)) {
      DedupIndex.Lookup unused = index.lookup();
    }
  }

  private Object found(String machine, String eventId) {
    try (DedupIndex index = index(machine)) {
      return index.lookup().contentOf(id(eventId));
    }
  }

  private DedupIndex index(String machine) {
    return new DedupIndex(silver.opened(), folder.resolve(machine), Option.some(all()));
  }

  private IdSnapshots all() {
    return all(stored().toUri().toString(), new Configuration());
  }

  private IdSnapshots all(String place, Configuration hadoop) {
    return new IdSnapshots(
        new org.apache.hadoop.fs.Path(place), hadoop, WORTH, PATIENCE, () -> now);
  }

  /** On a store that gives no answer so often when an object is read. */
  private DedupIndex stumblingIndex(String machine, int times) {
    Configuration hadoop = new Configuration();
    hadoop.setClass("fs.stumbling.impl", StumblingStore.class, FileSystem.class);
    StumblingStore.stumbles(times);
    return new DedupIndex(
        silver.opened(),
        folder.resolve(machine),
        Option.some(all("stumbling://" + stored(), hadoop)));
  }

  private void lookUpUntilThereIsOne(DedupIndex index) throws Exception {
    do {
      DedupIndex.Lookup unused = index.lookup();
      TimeUnit.MILLISECONDS.sleep(5);
    } while (snapshots().isEmpty());
  }

  private void assertRestored(String machine, String eventId) throws IOException {
    remove(filesOfSilver());
    try (DedupIndex index = index(machine)) {
      assertThat(index.lookup().contentOf(id(eventId))).isNotNull();
    }
  }

  private Path stored() {
    return folder.resolve("stored");
  }

  private List<Path> snapshots() throws IOException {
    if (!Files.exists(stored())) {
      return List.of();
    }
    try (Stream<Path> objects = Files.list(stored())) {
      return objects.filter(object -> name(object).endsWith(".json")).toList();
    }
  }

  private IdSnapshot read() throws IOException, MalformedJson {
    return IdSnapshot.read(Files.readAllBytes(snapshots().get(0)));
  }

  /** The objects with ids. */
  private static List<String> sorted(IdSnapshot snapshot) {
    return snapshot.files().stream()
        .filter(IdSnapshot.Part::isImmutable)
        .map(IdSnapshot.Part::object)
        .toList();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private List<Path> filesOfSilver() throws IOException {
    try (Stream<Path> files = Files.walk(silver.root().resolve(TableId.SILVER_ORDERS.path()))) {
      return files
          .filter(
              file -> name(file).endsWith(".parquet") && !file.toString().contains("_delta_log"))
          .toList();
    }
  }

  /** So that nobody who reads Silver from its first version on gets far. */
  private static void remove(List<Path> files) throws IOException {
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
