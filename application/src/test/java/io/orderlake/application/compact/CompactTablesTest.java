package io.orderlake.application.compact;

import static io.orderlake.domain.lake.TableId.BRONZE_ORDERS;
import static io.orderlake.domain.lake.TableId.QUARANTINE;
import static io.orderlake.domain.lake.TableId.SILVER_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.HashMap;
import io.vavr.collection.TreeMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactTablesTest {
  private final InMemoryLake lake = new InMemoryLake();
  private final Pipeline jobs = new Pipeline(lake, new PlainOrderEventDecoder(), 1_000);

  @Test
  void the_projections_new_versions_are_published_at_their_old_positions() {
    twoRuns();
    LakeVersion before = jobs.lake();
    RunOutcome outcome = jobs.compact();

    assertThat(outcome).isEqualTo(RunOutcome.of(outcome.report(), jobs.lake()));
    assertThat(jobs.lake().number()).isEqualTo(before.number() + 1);
    for (var table : List.of(SILVER_ORDERS, QUARANTINE)) {
      TableState old = before.table(table).get();
      assertThat(jobs.lake().table(table))
          .contains(new TableState(old.version() + 1, old.position()));
    }
    assertThat(jobs.lake().totals()).isEqualTo(before.totals());
    assertThat(outcome.report())
        .isEqualTo(RunReport.ofUpkeep(TreeMap.of("files_replaced", 6L, "files_written", 3L)));
    assertThat(jobs.notes())
        .containsExactly(
            "bronze/orders: 2 to 1", "silver/orders: 2 to 1", "silver/quarantine: 2 to 1");
  }

  @Test
  void bronze_s_place_in_the_lake_stays_the_version_that_silver_has_read() {
    twoRuns();
    TableState published = jobs.lake().table(BRONZE_ORDERS).get();
    jobs.compact();

    assertThat(jobs.lake().table(BRONZE_ORDERS)).contains(published);
    assertThat(lake.compaction().state(BRONZE_ORDERS).get().version())
        .isEqualTo(published.version() + 1);
    jobs.silver();
    assertThat(jobs.lake().table(BRONZE_ORDERS).map(TableState::version))
        .contains(published.version() + 1);
  }

  @Test
  void asked_again_it_does_nothing_and_publishes_nothing() {
    twoRuns();
    jobs.compact();
    LakeVersion compacted = jobs.lake();

    assertThat(jobs.compact().lakeVersion()).isEqualTo(compacted.number());
    assertThat(jobs.lake()).isEqualTo(compacted);
    assertThat(jobs.notes()).endsWith("silver/quarantine: 0 to 0");
  }

  @Test
  void on_an_empty_lake_there_is_nothing_to_do() {
    assertThat(jobs.compact().lakeVersion()).isZero();
    assertThat(jobs.notes()).isEmpty();
  }

  @Test
  void what_a_projection_has_not_read_is_left_alone() {
    twoRuns();
    store("c");
    store("d");
    jobs.compact();
    assertThat(lake.files(BRONZE_ORDERS)).hasSize(3);

    jobs.silver();
    jobs.compact();
    assertThat(lake.files(BRONZE_ORDERS)).hasSize(1);
    assertThat(lake.files(SILVER_ORDERS)).as("gold has not read the last run").hasSize(2);

    jobs.gold();
    jobs.compact();
    assertThat(lake.files(SILVER_ORDERS)).hasSize(1);
  }

  @Test
  void a_run_that_died_before_it_published_is_not_published_by_a_compaction() {
    twoRuns();
    store("c");
    SilverTable silver = lake.silver();
    try (PreparedRefinement staged = silver.prepare(silver.unread(10), jobs.refiner())) {
      staged.commit();
    }
    LakeVersion before = jobs.lake();
    jobs.compact();

    assertThat(jobs.lake()).isEqualTo(before);
    assertThat(jobs.notes()).endsWith("silver/orders: later", "silver/quarantine: later");
    jobs.silver();
    assertThat(jobs.lake().totals().read()).isEqualTo(5);
    jobs.gold();
    jobs.compact();
    assertThat(lake.files(SILVER_ORDERS)).hasSize(1);
  }

  @Test
  void a_compaction_that_died_before_it_published_is_published_by_the_next() {
    twoRuns();
    lake.compaction().step(SILVER_ORDERS, 100, new SmallFiles(1_000));
    long version = lake.compaction().state(SILVER_ORDERS).get().version();
    jobs.compact();

    assertThat(jobs.lake().table(SILVER_ORDERS).map(TableState::version)).contains(version);
  }

  @Test
  void one_table_can_be_asked_for() {
    twoRuns();
    jobs.compact(HashMap.of("table", "silver/quarantine", "target_mib", "1")).get();

    assertThat(jobs.notes()).containsExactly("silver/quarantine: 2 to 1");
  }

  @Test
  void a_bounded_number_of_steps_can_be_asked_for() {
    for (int i = 0; i < 2_001; i++) {
      store("e-" + i);
    }
    jobs.silver();
    jobs.compact(HashMap.of("table", "bronze/orders", "steps", "1")).get();
    assertThat(lake.files(BRONZE_ORDERS)).hasSize(3);

    jobs.compact(HashMap.of("table", "bronze/orders")).get();
    assertThat(lake.files(BRONZE_ORDERS)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gold/revenue_by_city_hour", "bronze", "BRONZE/ORDERS", ""})
  void a_table_that_is_not_compacted_is_refused_with_those_that_are(String table) {
    RunFailure failure = jobs.compact(HashMap.of("table", table)).getLeft();

    assertThat(failure.category()).isEqualTo(RunFailure.Category.REQUEST);
    assertThat(failure.message())
        .contains("'" + table + "'", "bronze/orders, silver/orders, silver/quarantine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1025", "1.5", "128MB", "", "99999999999"})
  void a_target_that_is_no_size_is_refused_with_the_bound(String target) {
    RunFailure failure = jobs.compact(HashMap.of("target_mib", target)).getLeft();

    assertThat(failure.category()).isEqualTo(RunFailure.Category.REQUEST);
    assertThat(failure.message()).contains("target_mib must be", "not").contains(target);
  }

  /** Two runs of Silver, one of Gold: two files in each table. */
  private void twoRuns() {
    store("a", "broken");
    jobs.silver();
    store("b", "broken");
    jobs.silver();
    jobs.gold();
  }

  private void store(String... ids) {
    lake.store(
        List.of(ids).stream()
            .map(
                id ->
                    id.equals("broken") ? Sent.raw(0, new byte[] {'{'}) : Sent.to(0, Event.v2(id)))
            .toList());
  }
}
