package io.orderlake.adapters.spark.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.history.AddedFiles;
import io.orderlake.adapters.spark.delta.history.CommitNote;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Pins what Orderlake uses of Delta's log: what it writes stays an ordinary Delta table. */
class LakeTableTest {
  private final Probe probe = new Probe();

  @Test
  void files_and_several_positions_become_visible_in_one_commit() {
    long version =
        probe.table.commit(
            new TableCommit(
                probe.written("a", "b"),
                List.of(),
                Map.of("one", TableCommit.NO_POSITION),
                Map.of("one", 7L, "two", 8L),
                "{\"x\":1}"));

    probe.assertHolds("a", "b");
    assertThat(probe.table.positions()).isEqualTo(Map.of("one", 7L, "two", 8L));
    assertThat(probe.table.history().addedAfter(version - 1, version))
        .singleElement()
        .satisfies(commit -> assertThat(commit.records()).isEqualTo(2));
    assertThat(probe.table.history().notesAfter(version - 1, version))
        .containsExactly(new CommitNote(version, "{\"x\":1}", true));
    assertThat(probe.table.history().metadataAt("two", 8)).isEqualTo("{\"x\":1}");
  }

  @Test
  void from_a_commit_on_that_replaces_rows_only_what_the_table_holds_then_was_added() {
    probe.append(-1, 0, "a");
    probe.append(0, 1, "b");
    long replaced =
        probe.table.commit(
            new TableCommit(probe.written("c"), probe.table.live(), Map.of(), Map.of(), ""));
    probe.append(1, 2, "d");

    assertThat(probe.table.history().addedAfter(0, probe.table.version()))
        .extracting(AddedFiles::version, AddedFiles::replaces, AddedFiles::records)
        .containsExactly(tuple(replaced, true, 1L), tuple(replaced + 1, false, 1L));
  }

  @Test
  void positions_are_delta_s_own_transactions_and_survive_checkpoints_and_restarts() {
    for (long i = 0; i < 8; i++) {
      probe.append(i - 1, i, "n" + i);
    }
    assertThat(probe.folder().resolve("_delta_log/_last_checkpoint")).exists();

    LakeTable again = probe.again();
    assertThat(again.position("upstream")).isEqualTo(7);
    assertThat(again.live()).hasSize(8);
  }

  @Test
  void an_older_version_can_still_be_read() {
    long first = probe.append(-1, 0, "a");
    probe.append(0, 1, "b");

    List<Row> then =
        TestSpark.session()
            .read()
            .format("delta")
            .option("versionAsOf", first)
            .load(probe.folder().toString())
            .collectAsList();
    assertThat(then).extracting(row -> row.getString(0)).containsExactly("a");
  }

  @Test
  void a_stale_position_is_refused_and_says_who_stands_where() {
    probe.append(-1, 4, "a");

    assertThatThrownBy(() -> probe.append(-1, 4, "b"))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("position upstream is 4, expected -1");
    probe.assertHolds("a");
  }

  @Test
  void of_two_writers_at_once_exactly_one_moves_the_position() throws Exception {
    LakeTable other = probe.again();
    for (long round = 0; round < 5; round++) {
      long from = round - 1;
      long to = round;
      List<DataFile> mine = probe.written("mine-" + round);
      List<DataFile> theirs = probe.written("theirs-" + round);
      CountDownLatch start = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      Future<Boolean> one =
          threads.submit(
              () ->
                  Probe.wins(
                      start, probe.table, TableCommit.append(mine, "upstream", from, to, "")));
      Future<Boolean> two =
          threads.submit(
              () -> Probe.wins(start, other, TableCommit.append(theirs, "upstream", from, to, "")));
      start.countDown();

      assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(true, false);
      threads.shutdown();
    }
    assertThat(probe.table.live()).hasSize(5);
  }

  @Test
  void another_delta_client_may_append_and_compact_between_two_commits() {
    probe.append(-1, 0, "a");
    TestSpark.session()
        .createDataFrame(List.of(RowFactory.create("foreign", 1L, "d1")), Probe.LAYOUT.schema())
        .write()
        .format("delta")
        .mode("append")
        .save(probe.folder().toString());
    TestSpark.session().sql("OPTIMIZE delta.`" + probe.folder() + "`");
    long before = probe.table.version();
    probe.append(0, 1, "b");

    probe.assertHolds("a", "b", "foreign");
    assertThat(probe.table.position("upstream")).isEqualTo(1);
    assertThat(probe.table.history().addedAfter(before - 1, before).get(0).records())
        .as("compaction adds no records")
        .isZero();
  }

  @Test
  void files_that_no_commit_names_are_never_seen_and_can_be_discarded() throws IOException {
    probe.append(-1, 0, "a");
    List<DataFile> orphans = probe.written("orphan");

    probe.assertHolds("a");
    probe.table.discard(orphans);
    try (Stream<Path> files = Files.walk(probe.folder())) {
      assertThat(files.filter(f -> f.toString().endsWith(".parquet"))).hasSize(1);
    }
  }

  @Test
  void statistics_let_delta_s_own_reader_skip_files() {
    probe.append(-1, 0, "a");
    probe.append(0, 1, "z");

    assertThat(
            TestSpark.session()
                .read()
                .format("delta")
                .load(probe.folder().toString())
                .filter("name >= 'm'")
                .inputFiles())
        .hasSize(1);
  }

  @Test
  void a_damaged_data_file_is_named() throws IOException {
    probe.append(-1, 0, "a");
    Path file;
    try (Stream<Path> files = Files.walk(probe.folder().resolve("day=d1"))) {
      file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);

    assertThatThrownBy(() -> Failures.during("reading", () -> probe.table.rows().collectAsList()))
        .isInstanceOfSatisfying(
            LakeFailure.class, failure -> assertThat(failure.retryable()).isFalse())
        .hasMessageContaining(file.getFileName().toString());
  }
}
