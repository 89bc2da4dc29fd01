package io.orderlake.adapters.spark.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.spark.Failures;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pins what Orderlake uses of Delta's log: what it writes stays an ordinary Delta table. */
class LakeTableTest {
  private static final TableLayout LAYOUT =
      new TableLayout(
          new TableId("silver/probe"),
          new StructType()
              .add("name", DataTypes.StringType, false)
              .add("number", DataTypes.LongType, false)
              .add("day", DataTypes.StringType, false),
          "day",
          List.of("name", "number"),
          List.of("number"),
          Map.of("delta.checkpointInterval", "3"));

  private Path root;
  private LakeTable table;

  @BeforeEach
  void open() {
    root = TestSpark.newRoot();
    table = LakeTable.open(TestSpark.session(), root.toString(), LAYOUT);
  }

  @Test
  void files_and_several_positions_become_visible_in_one_commit() {
    long version =
        table.commit(
            new TableCommit(
                written("a", "b"),
                List.of(),
                Map.of("one", TableCommit.NO_POSITION),
                Map.of("one", 7L, "two", 8L),
                "{\"x\":1}"));

    assertThat(readers("a", "b")).isTrue();
    assertThat(table.positions()).isEqualTo(Map.of("one", 7L, "two", 8L));
    assertThat(table.addedAfter(version - 1, version))
        .singleElement()
        .satisfies(
            commit -> {
              assertThat(commit.records()).isEqualTo(2);
              assertThat(commit.metadata()).isEqualTo("{\"x\":1}");
            });
  }

  @Test
  void positions_are_delta_s_own_transactions_and_survive_checkpoints_and_restarts() {
    for (long i = 0; i < 8; i++) {
      append(i - 1, i, "n" + i);
    }
    assertThat(root.resolve("silver/probe/_delta_log/_last_checkpoint")).exists();

    LakeTable again = LakeTable.open(TestSpark.session(), root.toString(), LAYOUT);
    assertThat(again.position("upstream")).isEqualTo(7);
    assertThat(again.files(file -> true)).hasSize(8);
  }

  @Test
  void an_older_version_can_still_be_read() {
    long first = append(-1, 0, "a");
    append(0, 1, "b");

    List<Row> then =
        TestSpark.session()
            .read()
            .format("delta")
            .option("versionAsOf", first)
            .load(root + "/silver/probe")
            .collectAsList();
    assertThat(then).extracting(row -> row.getString(0)).containsExactly("a");
  }

  @Test
  void a_stale_position_is_refused_and_says_who_stands_where() {
    append(-1, 4, "a");

    assertThatThrownBy(() -> append(-1, 4, "b"))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("position upstream is 4, expected -1");
    assertThat(readers("a")).isTrue();
  }

  @Test
  void of_two_writers_at_once_exactly_one_moves_the_position() throws Exception {
    LakeTable other = LakeTable.open(TestSpark.session(), root.toString(), LAYOUT);
    for (long round = 0; round < 5; round++) {
      long from = round - 1;
      long to = round;
      List<WrittenFile> mine = written("mine-" + round);
      List<WrittenFile> theirs = written("theirs-" + round);
      CountDownLatch start = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      Future<Boolean> one =
          threads.submit(
              () -> wins(start, table, TableCommit.append(mine, "upstream", from, to, "")));
      Future<Boolean> two =
          threads.submit(
              () -> wins(start, other, TableCommit.append(theirs, "upstream", from, to, "")));
      start.countDown();

      assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(true, false);
      threads.shutdown();
    }
    assertThat(table.files(file -> true)).hasSize(5);
  }

  @Test
  void another_delta_client_may_append_and_compact_between_two_commits() {
    append(-1, 0, "a");
    TestSpark.session()
        .createDataFrame(List.of(RowFactory.create("foreign", 1L, "d1")), LAYOUT.schema())
        .write()
        .format("delta")
        .mode("append")
        .save(root + "/silver/probe");
    TestSpark.session().sql("OPTIMIZE delta.`" + root + "/silver/probe`");
    long before = table.version();
    append(0, 1, "b");

    assertThat(readers("a", "b", "foreign")).isTrue();
    assertThat(table.position("upstream")).isEqualTo(1);
    assertThat(table.addedAfter(before - 1, before).get(0).records())
        .as("compaction adds no records")
        .isZero();
  }

  @Test
  void a_rearrangement_adds_no_records_moves_no_position_and_is_read_by_all() {
    append(-1, 0, "a");
    append(0, 1, "b");
    long version = rearrange(table, table.files(file -> true), "a", "b");
    append(1, 2, "c");

    assertThat(readers("a", "b", "c")).isTrue();
    assertThat(table.files(file -> true)).hasSize(2);
    assertThat(table.position("upstream")).isEqualTo(2);
    assertThat(table.addedAfter(version - 1, version).get(0).records()).isZero();
  }

  @Test
  void a_table_that_only_grows_may_be_rearranged_but_nothing_removed_from_it() {
    TableLayout growing =
        new TableLayout(
            new TableId("bronze/probe"),
            LAYOUT.schema(),
            "day",
            LAYOUT.statistics(),
            LAYOUT.distinct(),
            Map.of("delta.appendOnly", "true"));
    table = LakeTable.open(TestSpark.session(), root.toString(), growing);
    append(-1, 0, "a");
    append(0, 1, "b");
    Collection<AddFile> both = table.files(file -> true);
    rearrange(table, both, "a", "b");

    Collection<AddFile> joined = table.files(file -> true);
    assertThat(joined).hasSize(1);
    assertThatThrownBy(
            () ->
                table.commit(
                    new TableCommit(
                        List.of(), joined, Map.of("upstream", 1L), Map.of("upstream", 2L), "")))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("append");
  }

  @Test
  void a_file_that_was_replaced_cannot_be_replaced_again() {
    append(-1, 0, "a");
    append(0, 1, "b");
    Collection<AddFile> both = table.files(file -> true);
    LakeTable other = LakeTable.open(TestSpark.session(), root.toString(), LAYOUT);
    rearrange(other, both, "a", "b");

    assertThatThrownBy(() -> rearrange(table, both, "a", "b"))
        .isInstanceOfSatisfying(
            LakeFailure.class, failure -> assertThat(failure.retryable()).isTrue())
        .hasMessageContaining("no longer part of the table");
    assertThat(readers("a", "b")).isTrue();
  }

  @Test
  void of_two_rearrangements_at_once_exactly_one_is_made_and_appends_go_on() throws Exception {
    LakeTable other = LakeTable.open(TestSpark.session(), root.toString(), LAYOUT);
    LakeTable growing = LakeTable.open(TestSpark.session(), root.toString(), LAYOUT);
    List<String> names = new ArrayList<>(List.of("a"));
    append(-1, 0, "a");
    for (long round = 1; round <= 5; round++) {
      Collection<AddFile> live = table.files(file -> true);
      String[] held = names.toArray(String[]::new);
      TableCommit mine = TableCommit.rearranged(written(held), live);
      TableCommit theirs = TableCommit.rearranged(written(held), live);
      TableCommit append =
          TableCommit.append(written("n-" + round), "upstream", round - 1, round, "");
      CountDownLatch start = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(3);
      Future<Boolean> one = threads.submit(() -> wins(start, table, mine));
      Future<Boolean> two = threads.submit(() -> wins(start, other, theirs));
      Future<Boolean> three = threads.submit(() -> wins(start, growing, append));
      start.countDown();

      assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(true, false);
      assertThat(three.get()).isTrue();
      threads.shutdown();
      names.add("n-" + round);
      assertThat(readers(names.toArray(String[]::new))).isTrue();
    }
  }

  @Test
  void files_that_no_commit_names_are_never_seen_and_can_be_discarded() throws IOException {
    append(-1, 0, "a");
    List<WrittenFile> orphans = written("orphan");

    assertThat(readers("a")).isTrue();
    table.discard(orphans);
    try (Stream<Path> files = Files.walk(root.resolve("silver/probe"))) {
      assertThat(files.filter(f -> f.toString().endsWith(".parquet"))).hasSize(1);
    }
  }

  @Test
  void statistics_let_delta_s_own_reader_skip_files() {
    append(-1, 0, "a");
    append(0, 1, "z");

    assertThat(
            TestSpark.session()
                .read()
                .format("delta")
                .load(root + "/silver/probe")
                .filter("name >= 'm'")
                .inputFiles())
        .hasSize(1);
  }

  @Test
  void a_damaged_data_file_is_named() throws IOException {
    append(-1, 0, "a");
    Path file;
    try (Stream<Path> files = Files.walk(root.resolve("silver/probe/day=d1"))) {
      file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);

    assertThatThrownBy(
            () ->
                Failures.during(
                    "reading", () -> table.rows(table.files(f -> true)).collectAsList()))
        .isInstanceOfSatisfying(
            LakeFailure.class, failure -> assertThat(failure.retryable()).isFalse())
        .hasMessageContaining(file.getFileName().toString());
  }

  @Test
  void whoever_begins_when_the_early_log_is_gone_reads_the_table_as_it_is() throws IOException {
    long last = cleanedLog();

    assertThat(table.addedAfter(-1, last))
        .singleElement()
        .satisfies(
            whole -> {
              assertThat(whole.version()).isEqualTo(last);
              assertThat(whole.records()).isEqualTo(8);
            });
    assertThat(table.addedAfter(-1, last - 1)).extracting(AddedFiles::records).containsExactly(7L);
    assertThat(table.addedAfter(last - 2, last)).extracting(AddedFiles::records).containsOnly(1L);
  }

  @Test
  void whoever_has_read_a_part_is_told_that_the_commits_that_follow_are_gone() throws IOException {
    long last = cleanedLog();
    for (long upTo : List.of(2L, last)) {
      assertThatThrownBy(() -> table.addedAfter(0, upTo))
          .isInstanceOfSatisfying(
              LakeFailure.class, failure -> assertThat(failure.retryable()).isFalse())
          .hasMessageContaining("commit 1 is gone")
          .hasMessageContaining("remove the projection's table");
    }
  }

  @Test
  void whoever_has_read_a_part_is_told_that_a_file_that_follows_is_gone() throws IOException {
    long first = append(-1, 0, "a");
    long second = append(0, 1, "b");
    AddFile added = table.addedAfter(first, second).get(0).files().get(0);
    Files.delete(root.resolve("silver/probe").resolve(added.path()));
    AddedCommits commits =
        new AddedCommits(
            DeltaLog.forTable(TestSpark.session(), root + "/silver/probe"), Duration.ZERO);

    assertThatThrownBy(() -> commits.between(first, second))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining(added.path())
        .hasMessageContaining("is gone");
  }

  @Test
  void whoever_begins_after_files_were_joined_reads_them_joined() {
    append(-1, 0, "a");
    append(0, 1, "b");
    long joined = rearrange(table, table.files(file -> true), "a", "b");
    long last = append(1, 2, "c");

    assertThat(table.addedAfter(-1, last))
        .singleElement()
        .satisfies(whole -> assertThat(whole.files()).hasSize(2));
    assertThat(table.addedAfter(-1, joined - 1)).hasSize((int) joined);
    assertThat(table.addedAfter(joined - 2, last))
        .extracting(AddedFiles::records)
        .containsExactly(1L, 0L, 1L);
  }

  /** Eight rows in as many commits, of which the first four are gone from the log. */
  private long cleanedLog() throws IOException {
    long last = 0;
    for (long i = 0; i < 8; i++) {
      last = append(i - 1, i, "n" + i);
    }
    for (int version = 0; version < 4; version++) {
      Files.delete(root.resolve("silver/probe/_delta_log/%020d.json".formatted(version)));
    }
    return last;
  }

  private static boolean wins(CountDownLatch start, LakeTable writer, TableCommit commit)
      throws InterruptedException {
    start.await();
    try {
      writer.commit(commit);
      return true;
    } catch (LakeFailure e) {
      return false;
    }
  }

  private long rearrange(LakeTable writer, Collection<AddFile> replaced, String... names) {
    return writer.commit(TableCommit.rearranged(written(names), replaced));
  }

  private long append(long from, long to, String... names) {
    return table.commit(TableCommit.append(written(names), "upstream", from, to, ""));
  }

  private List<WrittenFile> written(String... names) {
    List<Row> rows = new ArrayList<>();
    for (String name : names) {
      rows.add(RowFactory.create(name, (long) rows.size()));
    }
    TableFiles files = table.files();
    FlatMapFunction<Iterator<InternalRow>, WrittenFile> write =
        part -> {
          TableFiles.Writer writer = files.open();
          while (part.hasNext()) {
            writer.write("d1", part.next());
          }
          return writer.close().iterator();
        };
    return TestSpark.session()
        .createDataFrame(rows, LAYOUT.dataSchema())
        .coalesce(1)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(write)
        .collect();
  }

  /** True when Delta's own reader sees exactly these names. */
  private boolean readers(String... names) {
    List<String> seen =
        TestSpark.session()
            .read()
            .format("delta")
            .load(root + "/silver/probe")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    assertThat(seen).containsExactly(names);
    return true;
  }
}
