package io.orderlake.application.contract;

import static io.orderlake.domain.lake.TableId.BRONZE_ORDERS;
import static io.orderlake.domain.lake.TableId.QUARANTINE;
import static io.orderlake.domain.lake.TableId.SILVER_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.History;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.DataFile;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TableCompaction} promises, and that projections stay exact beside it. */
public abstract class TableCompactionContract {
  private static final long ANY = 1_000_000;
  private static final SmallFiles EVERY = new SmallFiles(1L << 30);
  private static final List<TableId> TABLES = List.of(BRONZE_ORDERS, SILVER_ORDERS, QUARANTINE);

  private LakeLab lab;
  private Pipeline jobs;

  /** A new, empty lake. */
  protected abstract LakeLab newLab();

  /** The decoder that the refiner takes along. */
  protected abstract OrderEventDecoder decoder();

  @BeforeEach
  void open() {
    lab = newLab();
    jobs = new Pipeline(lab, decoder(), ANY);
  }

  @Test
  void the_small_files_of_each_partition_become_one_and_no_row_changes() {
    List<Sent> history = History.random(new Random(7), 60);
    for (List<Sent> commit : History.cut(history, new Random(7))) {
      lab.store(commit);
      jobs.silver();
    }
    List<BronzeRecord> bronze = lab.bronze();
    Contents contents = Contents.of(lab);
    for (TableId table : TABLES) {
      List<DataFile> before = lab.files(table);
      Compacted done = step(table, ANY, EVERY);

      assertThat(partitions(lab.files(table))).doesNotHaveDuplicates();
      assertThat(Set.copyOf(partitions(lab.files(table))))
          .isEqualTo(Set.copyOf(partitions(before)));
      assertThat(before.size() - done.filesBefore() + done.filesAfter())
          .isEqualTo(lab.files(table).size());
      assertThat(bytes(before) - done.bytesBefore() + done.bytesAfter())
          .isEqualTo(bytes(lab.files(table)));
      assertThat(done.records()).isPositive();
    }
    assertThat(lab.bronze()).isEqualTo(bronze);
    assertThat(Contents.of(lab)).isEqualTo(contents);
  }

  @Test
  void it_is_one_commit_that_moves_no_position_and_a_second_one_finds_nothing_to_do() {
    store("a", "b", "c");
    jobs.silver();
    for (TableId table : List.of(BRONZE_ORDERS, SILVER_ORDERS)) {
      store("d-" + table.path().charAt(0));
      jobs.silver();
      TableState before = state(table);
      assertThat(step(table, ANY, EVERY).isNothing()).isFalse();
      TableState after = new TableState(before.version() + 1, before.position());
      assertThat(state(table)).isEqualTo(after);

      assertThat(step(table, ANY, EVERY)).isEqualTo(Compacted.NOTHING);
      assertThat(state(table)).isEqualTo(after);
    }
  }

  @Test
  void files_that_came_after_the_version_read_are_left_alone() {
    store("a");
    store("b");
    long read = state(BRONZE_ORDERS).version();
    store("c");
    store("d");
    List<DataFile> before = lab.files(BRONZE_ORDERS);

    assertThat(step(BRONZE_ORDERS, TableState.NOTHING_READ, EVERY).isNothing()).isTrue();
    assertThat(step(BRONZE_ORDERS, read, EVERY).records()).isEqualTo(2);
    assertThat(lab.files(BRONZE_ORDERS)).hasSize(3).containsAll(before.subList(2, 4));
  }

  @Test
  void files_of_half_the_target_are_left_alone() {
    store("a");
    store("b");

    assertThat(step(BRONZE_ORDERS, ANY, new SmallFiles(1)).isNothing()).isTrue();
    assertThat(lab.files(BRONZE_ORDERS)).hasSize(2);
  }

  @Test
  void of_two_neighbours_one_has_half_the_target_in_the_end() {
    for (int i = 0; i < 12; i++) {
      store(IntStream.range(0, 1 + i % 5).mapToObj(n -> "e-" + n).toArray(String[]::new));
    }
    long most = lab.files(BRONZE_ORDERS).stream().mapToLong(DataFile::bytes).max().orElseThrow();
    SmallFiles rule = new SmallFiles(3 * most);
    List<BronzeRecord> bronze = lab.bronze();
    while (!step(BRONZE_ORDERS, ANY, rule).isNothing()) {
      assertThat(lab.bronze()).isEqualTo(bronze);
    }
    List<DataFile> files = lab.files(BRONZE_ORDERS);
    assertThat(files).hasSizeLessThan(12);
    for (int i = 1; i < files.size(); i++) {
      assertThat(2 * Math.max(files.get(i - 1).bytes(), files.get(i).bytes()))
          .isGreaterThanOrEqualTo(rule.targetBytes());
    }
  }

  @Test
  void silver_reads_a_commit_that_rearranged_bronze_as_one_without_records() {
    store("a");
    store("b");
    jobs.silver();
    step(BRONZE_ORDERS, ANY, EVERY);
    long compacted = state(BRONZE_ORDERS).version();

    assertThat(lab.silver().unread(ANY)).isEqualTo(new VersionRange(compacted - 1, compacted, 0));
    assertThat(jobs.silver().report().isNothing()).isTrue();
    assertThat(lab.silver().unread(ANY).isEmpty()).isTrue();
    assertThat(lab.silverRows()).hasSize(2);
  }

  @Test
  void projections_that_are_behind_a_compaction_read_each_row_once() {
    store("a");
    store("b");
    step(BRONZE_ORDERS, ANY, EVERY);
    store("c");
    jobs.silver();
    store("d");
    jobs.silver();
    step(SILVER_ORDERS, ANY, EVERY);
    store("e");
    jobs.silver();
    jobs.gold();

    assertThat(lab.silverRows())
        .extracting(RefinedOrder::eventId)
        .containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    Fold.assertIsGold(lab, "");
  }

  @Test
  void duplicates_of_what_lies_in_compacted_files_are_found() {
    store("a", "b");
    store("c");
    jobs.silver();
    store("d");
    jobs.silver();
    for (TableId table : TABLES) {
      step(table, ANY, EVERY);
    }
    lab.store(
        List.of(
            Sent.to(0, Event.v2("a")),
            Sent.to(0, Event.v2("c").with("quantity", "5")),
            Sent.to(0, Event.v2("e"))));

    assertThat(jobs.silver().report().conservation()).isEqualTo(new Conservation(3, 1, 1, 1));
  }

  @Test
  void records_stored_meanwhile_are_neither_lost_nor_doubled() throws Exception {
    store("first");
    ExecutorService ingest = Executors.newSingleThreadExecutor();
    Future<?> storing =
        ingest.submit(
            () -> {
              for (int i = 0; i < 6; i++) {
                store("e-" + i);
              }
            });
    long rewritten = 0;
    while (!storing.isDone()) {
      rewritten += step(BRONZE_ORDERS, ANY, EVERY).filesBefore();
    }
    storing.get();
    ingest.shutdown();
    rewritten += step(BRONZE_ORDERS, ANY, EVERY).filesBefore();

    assertThat(rewritten).isPositive();
    assertThat(lab.files(BRONZE_ORDERS)).hasSize(1);
    assertThat(lab.bronze()).extracting(record -> record.source().offset()).hasSize(7);
    assertThat(lab.bronze()).doesNotHaveDuplicates();
    jobs.silver();
    assertThat(lab.silverRows()).hasSize(7);
  }

  private void store(String... eventIds) {
    lab.store(Sent.events(eventIds));
  }

  private Compacted step(TableId table, long readUpTo, SmallFiles rule) {
    return lab.compaction().step(table, readUpTo, rule);
  }

  private TableState state(TableId table) {
    return lab.compaction().state(table).get();
  }

  private static List<String> partitions(List<DataFile> files) {
    return files.stream().map(DataFile::partition).collect(Collectors.toList());
  }

  private static long bytes(List<DataFile> files) {
    return files.stream().mapToLong(DataFile::bytes).sum();
  }
}
