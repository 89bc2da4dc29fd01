package io.orderlake.application.vacuum;

import static io.orderlake.domain.lake.TableId.BRONZE_ORDERS;
import static io.orderlake.domain.lake.TableId.QUARANTINE;
import static io.orderlake.domain.lake.TableId.SILVER_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.TableReaders;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableRetention;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.lake.Vacuumed;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VacuumTablesTest {
  private static final TableId CITY_HOUR = TableId.gold("revenue_by_city_hour");
  private static final TableId RETIRED = TableId.gold("retired");
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private final java.util.Map<TableId, TableRetention> asked = new java.util.TreeMap<>();
  private final ArrayList<String> order = new ArrayList<>();
  private Instant now = START;

  @Test
  void versions_that_were_the_newest_within_the_retention_stay() {
    for (int day = 1; day <= 20; day++) {
      now = START.plus(Duration.ofDays(day));
      publish(SILVER_ORDERS, 10L + day, day);
    }
    now = now.plusSeconds(1);
    run();

    assertThat(versions.oldestKept()).as("it was replaced by 14 within the week").isEqualTo(13);
    assertThat(since(SILVER_ORDERS)).isEqualTo(23);
    assertThat(asked.get(SILVER_ORDERS).before()).isEqualTo(now.minus(WEEK));
  }

  @Test
  void the_newest_version_stays_however_old_it_is() {
    publish(SILVER_ORDERS, 1, 1);
    publish(SILVER_ORDERS, 2, 2);
    now = START.plus(Duration.ofDays(1_000));
    run();

    assertThat(versions.oldestKept()).isEqualTo(2);
    assertThat(since(SILVER_ORDERS)).isEqualTo(2);
  }

  @Test
  void nothing_is_given_up_before_the_first_version_is_past_the_retention() {
    publish(SILVER_ORDERS, 4, 1);
    now = START.plus(WEEK).minusSeconds(1);
    publish(SILVER_ORDERS, 9, 2);
    run();

    assertThat(versions.oldestKept()).isEqualTo(1);
    assertThat(since(SILVER_ORDERS)).isEqualTo(4);
  }

  @Test
  void all_tables_of_the_oldest_version_that_stays_are_vacuumed_also_those_without_a_projection() {
    for (TableId table : List.of(BRONZE_ORDERS, SILVER_ORDERS, QUARANTINE, CITY_HOUR, RETIRED)) {
      publish(table, 5, 7);
    }
    now = START.plus(Duration.ofDays(8));
    run();

    assertThat(asked.keySet())
        .containsExactlyInAnyOrder(BRONZE_ORDERS, SILVER_ORDERS, QUARANTINE, CITY_HOUR, RETIRED);
  }

  @Test
  void what_a_projection_has_yet_to_read_on_from_stays_and_one_that_has_not_begun_holds_nothing() {
    publish(BRONZE_ORDERS, 90, -1);
    publish(SILVER_ORDERS, 50, 90);
    publish(QUARANTINE, 40, 70);
    publish(CITY_HOUR, 3, 30);
    now = START.plus(Duration.ofDays(8));
    run();
    assertThat(since(SILVER_ORDERS)).as("gold is behind").isEqualTo(30);
    assertThat(since(BRONZE_ORDERS)).as("the quarantine is behind").isEqualTo(70);

    publish(CITY_HOUR, 4, TableState.NOTHING_READ);
    now = now.plus(Duration.ofDays(8));
    run();
    assertThat(since(SILVER_ORDERS)).isEqualTo(50);
  }

  @Test
  void the_lake_is_told_which_versions_are_given_up_before_anything_goes() {
    publish(SILVER_ORDERS, 1, 1);
    publish(SILVER_ORDERS, 2, 2);
    now = START.plus(Duration.ofDays(8));
    run();

    assertThat(order).containsExactly("since 2", "silver/orders when 2 is kept");
    assertThat(new AsOf.Version(1).in(versions).getLeft())
        .contains("lake version 1", "older than the retention", "files were removed", "read is 2");
    assertThat(new AsOf.Version(2).in(versions).isRight()).isTrue();
    assertThat(AsOf.NEWEST.in(versions).isRight()).isTrue();
  }

  @Test
  void a_longer_retention_does_not_bring_back_what_was_given_up() {
    publish(SILVER_ORDERS, 1, 1);
    publish(SILVER_ORDERS, 2, 2);
    now = START.plus(Duration.ofDays(8));
    run();
    run(HashMap.of("retention_hours", "9000"));

    assertThat(versions.oldestKept()).isEqualTo(2);
    assertThat(since(SILVER_ORDERS)).isEqualTo(2);
  }

  @Test
  void a_request_may_ask_for_another_retention() {
    publish(SILVER_ORDERS, 1, 1);
    now = START.plus(Duration.ofHours(2));
    publish(SILVER_ORDERS, 2, 2);
    now = now.plus(Duration.ofHours(3));
    run();
    assertThat(versions.oldestKept()).isEqualTo(1);

    run(HashMap.of("retention_hours", "2"));
    assertThat(versions.oldestKept()).isEqualTo(2);
    assertThat(asked.get(SILVER_ORDERS).before()).isEqualTo(now.minus(Duration.ofHours(2)));
  }

  @Test
  void it_publishes_nothing_and_reports_what_went() {
    publish(SILVER_ORDERS, 1, 1);
    RunOutcome outcome = run().get();

    assertThat(outcome).isEqualTo(RunOutcome.of(outcome.report(), versions.latest()));
    assertThat(outcome.report())
        .isEqualTo(
            RunReport.ofUpkeep(
                TreeMap.of("files_removed", 3L, "bytes_removed", 30L, "log_files_removed", 2L)));
  }

  @Test
  void a_dry_run_gives_nothing_up_and_reports_what_would_go() {
    publish(SILVER_ORDERS, 1, 1);
    publish(SILVER_ORDERS, 2, 2);
    now = START.plus(Duration.ofDays(8));
    RunOutcome outcome = run(HashMap.of("dry_run", "true")).get();

    assertThat(versions.oldestKept()).isEqualTo(1);
    assertThat(order).containsExactly("silver/orders counted");
    assertThat(outcome.report().upkeep())
        .isEqualTo(
            TreeMap.of("files_unneeded", 3L, "bytes_unneeded", 30L, "log_files_unneeded", 2L));
  }

  @Test
  void on_an_empty_lake_there_is_nothing_to_do() {
    assertThat(run().get().lakeVersion()).isZero();
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "retention_hours,0",
    "retention_hours,-1",
    "retention_hours,7d",
    "retention_hours,99999999",
    "dry_run,yes",
    "dry_run,TRUE"
  })
  void a_request_that_makes_no_sense_is_refused_and_nothing_is_done(String name, String value) {
    publish(SILVER_ORDERS, 1, 1);
    RunFailure failure = run(HashMap.of(name, value)).getLeft();

    assertThat(failure.category()).isEqualTo(RunFailure.Category.REQUEST);
    assertThat(failure.message()).contains(name, value);
    assertThat(order).isEmpty();
  }

  private Either<RunFailure, RunOutcome> run() {
    return run(HashMap.empty());
  }

  private Either<RunFailure, RunOutcome> run(Map<String, String> params) {
    return new VacuumTables(
            new Noting(),
            versions,
            new TableReaders(List.of(CITY_HOUR)),
            VacuumTables.Terms.of(WEEK),
            () -> now,
            new VacuumListener() {
              @Override
              public void keepingSince(LakeVersion oldest) {
                order.add("since " + oldest.number());
              }

              @Override
              public void vacuumed(TableId table, Vacuumed sum, boolean dryRun) {}
            })
        .run(new RunContext(new RunId("vacuum-1"), 1, params));
  }

  private long since(TableId table) {
    return asked.get(table).since();
  }

  private void publish(TableId table, long version, long position) {
    versions
        .publish(
            versions
                .latest()
                .next(
                    new RunId("r"),
                    1,
                    now,
                    TreeMap.of(table, new TableState(version, position)),
                    RunReport.nothing()))
        .get();
  }

  /** Notes what it is asked, and finds three files to remove in every table. */
  private final class Noting implements TableVacuum {
    @Override
    public Vacuumed unneeded(TableId table, TableRetention stays) {
      asked.put(table, stays);
      order.add(table + " counted");
      return new Vacuumed(3, 30, 2);
    }

    @Override
    public Vacuumed vacuum(TableId table, TableRetention stays) {
      asked.put(table, stays);
      order.add(table + " when " + versions.oldestKept() + " is kept");
      return new Vacuumed(3, 30, 2);
    }
  }
}
