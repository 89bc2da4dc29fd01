package io.orderlake.application.contract;

import static io.orderlake.domain.lake.TableId.BRONZE_ORDERS;
import static io.orderlake.domain.lake.TableId.SILVER_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.gold.PreparedRevenue;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableRetention;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.lake.Vacuumed;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.silver.RefinedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TableVacuum} promises, and that projections stay exact after it. */
public abstract class TableVacuumContract {
  private static final long ANY = 1_000_000;
  private static final SmallFiles EVERY = new SmallFiles(1L << 30);
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

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
  void replaced_files_go_and_no_row_changes() {
    store("a", "b");
    store("c");
    store("d");
    compact(BRONZE_ORDERS);
    List<BronzeRecord> bronze = lab.bronze();
    assertThat(lab.filesStored(BRONZE_ORDERS)).isEqualTo(4);

    assertThat(vacuumAll(BRONZE_ORDERS).files()).isEqualTo(3);
    assertThat(lab.filesStored(BRONZE_ORDERS)).isEqualTo(1);
    assertThat(lab.bronze()).isEqualTo(bronze).hasSize(4);
    store("e");
    jobs.silver();
    assertThat(ids()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
  }

  @Test
  void files_that_a_version_to_stay_names_stay() {
    store("a");
    store("b");
    long before = version(BRONZE_ORDERS);
    compact(BRONZE_ORDERS);
    store("c");

    assertThat(vacuum(BRONZE_ORDERS, since(before))).isEqualTo(Vacuumed.NOTHING);
    assertThat(lab.filesStored(BRONZE_ORDERS)).isEqualTo(4);
    assertThat(vacuum(BRONZE_ORDERS, since(before + 1)).files()).isEqualTo(2);
  }

  @Test
  void what_a_killed_run_left_goes_once_a_version_to_stay_is_younger() {
    store("a");
    lab.leaveBehind(BRONZE_ORDERS);
    assertThat(vacuumAll(BRONZE_ORDERS).files()).isZero();

    store("b");
    assertThat(vacuumAll(BRONZE_ORDERS).files()).isEqualTo(1);
    assertThat(lab.filesStored(BRONZE_ORDERS)).isEqualTo(2);
  }

  @Test
  void files_that_are_young_stay_whoever_names_them() {
    store("a");
    store("b");
    lab.leaveBehind(BRONZE_ORDERS);
    compact(BRONZE_ORDERS);
    long newest = version(BRONZE_ORDERS);
    Duration years = Duration.ofDays(200 * 366);

    assertThat(vacuum(BRONZE_ORDERS, new TableRetention(newest, Instant.EPOCH, Duration.ZERO)))
        .isEqualTo(Vacuumed.NOTHING);
    assertThat(vacuum(BRONZE_ORDERS, new TableRetention(newest, LATER, years)))
        .isEqualTo(Vacuumed.NOTHING);
    assertThat(lab.filesStored(BRONZE_ORDERS)).isEqualTo(4);
  }

  @Test
  void a_dry_run_counts_what_would_go_and_removes_nothing_and_a_second_run_finds_nothing() {
    store("a");
    store("b");
    lab.leaveBehind(BRONZE_ORDERS);
    compact(BRONZE_ORDERS);
    TableRetention stays = since(version(BRONZE_ORDERS));
    Vacuumed counted = lab.vacuum().unneeded(BRONZE_ORDERS, stays);

    assertThat(counted.files()).isEqualTo(3);
    assertThat(counted.bytes()).isPositive();
    assertThat(lab.filesStored(BRONZE_ORDERS)).isEqualTo(4);
    assertThat(vacuum(BRONZE_ORDERS, stays)).isEqualTo(counted);
    assertThat(vacuum(BRONZE_ORDERS, stays)).isEqualTo(Vacuumed.NOTHING);
  }

  @Test
  void it_makes_no_commit() {
    store("a");
    store("b");
    compact(BRONZE_ORDERS);
    vacuumAll(BRONZE_ORDERS);
    long newest = version(BRONZE_ORDERS);
    vacuumAll(BRONZE_ORDERS);

    assertThat(version(BRONZE_ORDERS)).isEqualTo(newest);
  }

  @Test
  void a_version_that_is_not_there_yet_keeps_everything() {
    store("a");
    store("b");
    compact(BRONZE_ORDERS);

    assertThat(vacuum(BRONZE_ORDERS, since(version(BRONZE_ORDERS) + 1)))
        .isEqualTo(Vacuumed.NOTHING);
    assertThat(lab.filesStored(BRONZE_ORDERS)).isEqualTo(3);
  }

  @Test
  void projections_that_begin_after_it_read_each_row_once() {
    store("a");
    store("b");
    compact(BRONZE_ORDERS);
    vacuumAll(BRONZE_ORDERS);
    store("c");
    jobs.silver();
    store("d");
    jobs.silver();
    fold(lab.gold(lab.projections().subList(0, 1)));
    compact(SILVER_ORDERS);
    fold(lab.gold(lab.projections().subList(0, 1)));
    vacuumAll(SILVER_ORDERS);
    fold(lab.gold());
    store("e");
    jobs.silver();
    fold(lab.gold());

    assertThat(ids()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    Fold.assertIsGold(lab, "");
  }

  @Test
  void a_projection_half_way_through_files_that_are_gone_says_so_and_adds_nothing() {
    store("a");
    jobs.silver();
    store("b");
    store("c");
    compact(BRONZE_ORDERS);
    vacuumAll(BRONZE_ORDERS);

    assertThatThrownBy(jobs::silver)
        .isInstanceOfSatisfying(
            LakeFailure.class, failure -> assertThat(failure.retryable()).isFalse());
    assertThat(ids()).containsExactly("a");
  }

  @Test
  void records_stored_meanwhile_stay() throws Exception {
    store("first");
    ExecutorService ingest = Executors.newSingleThreadExecutor();
    Future<?> storing =
        ingest.submit(
            () -> {
              for (int i = 0; i < 6; i++) {
                store("e-" + i);
              }
            });
    while (!storing.isDone()) {
      compact(BRONZE_ORDERS);
      vacuumAll(BRONZE_ORDERS);
    }
    storing.get();
    ingest.shutdown();
    compact(BRONZE_ORDERS);
    vacuumAll(BRONZE_ORDERS);

    assertThat(lab.files(BRONZE_ORDERS)).hasSize(1);
    jobs.silver();
    assertThat(ids()).hasSize(7);
  }

  private void fold(GoldTables gold) {
    long silver = version(SILVER_ORDERS);
    for (VersionRange range = gold.unread(silver, ANY);
        !range.isEmpty();
        range = gold.unread(silver, ANY)) {
      try (PreparedRevenue staged = gold.prepare(range)) {
        assertThat(staged.counts().read()).isEqualTo(range.records());
        staged.commit();
      }
    }
  }

  private List<String> ids() {
    return lab.silverRows().stream().map(RefinedOrder::eventId).toList();
  }

  private void store(String... eventIds) {
    lab.store(Sent.events(eventIds));
  }

  private void compact(TableId table) {
    lab.compaction().step(table, ANY, EVERY);
  }

  /** All but the newest version may go. */
  private Vacuumed vacuumAll(TableId table) {
    return vacuum(table, since(version(table)));
  }

  private Vacuumed vacuum(TableId table, TableRetention stays) {
    return lab.vacuum().vacuum(table, stays);
  }

  private static TableRetention since(long version) {
    return new TableRetention(version, LATER, Duration.ZERO);
  }

  private long version(TableId table) {
    return lab.compaction().state(table).get().version();
  }
}
