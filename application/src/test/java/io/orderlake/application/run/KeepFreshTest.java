package io.orderlake.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.contract.Runs;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.twin.InMemoryExchange;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.InMemoryRunnerSeat;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunFailure.Category;
import io.orderlake.domain.run.RunId;
import io.orderlake.domain.run.RunReport;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class KeepFreshTest {
  private static final TableId CITY_HOUR = TableId.gold("revenue_by_city_hour");
  private static final TableId PRODUCT_DAY = TableId.gold("revenue_by_product_day");

  private static final long EVERY = 100;
  private static final long DAY = Runs.NOON.getEpochSecond() / 86_400;
  private static final Instant MIDNIGHT = Instant.ofEpochSecond(DAY * 86_400);

  private final InMemoryExchange exchange = new InMemoryExchange(new InMemoryRunnerSeat());
  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private final ArrayList<String> asked = new ArrayList<>();
  private Option<BronzeState> bronze = Option.none();
  private SortedMap<String, String> lastParams = TreeMap.empty();
  private Instant now = Runs.NOON;
  private KeepFresh autopilot = autopilot();

  @Test
  void nothing_is_asked_of_an_empty_lake() {
    step();

    assertThat(asked).isEmpty();
  }

  @Test
  void silver_is_asked_for_when_bronze_has_grown_and_gold_when_silver_has() {
    bronze(5);
    step();
    assertThat(asked).containsExactly("autopilot-silver-5-1");

    succeeded(TableId.SILVER_ORDERS, new TableState(0, 5));
    step();
    assertThat(asked).endsWith("autopilot-gold-0-1");

    succeeded(CITY_HOUR, new TableState(0, 0));
    succeeded(PRODUCT_DAY, new TableState(0, 0));
    step();
    step();
    assertThat(asked).hasSize(2);
  }

  @Test
  void one_request_is_outstanding_at_a_time() {
    bronze(5);
    step();
    bronze(6);
    step();

    assertThat(asked).containsExactly("autopilot-silver-5-1");
  }

  @Test
  void gold_that_has_read_silver_in_one_table_only_is_asked_for() {
    publish(TableId.SILVER_ORDERS, new TableState(3, 5));
    publish(CITY_HOUR, new TableState(1, 3));
    bronze(5);
    step();

    assertThat(asked).containsExactly("autopilot-gold-3-1");
  }

  @Test
  void a_retryable_failure_is_tried_anew_as_the_next_attempt_after_a_growing_pause() {
    bronze(5);
    step();
    for (int attempt = 1; attempt <= 4; attempt++) {
      failed("autopilot-silver-5-" + attempt, Category.INFRASTRUCTURE);
      step();
      assertThat(asked).hasSize(attempt);
      now = now.plus(Duration.ofSeconds((1L << (attempt - 1)) - 1));
      step();
      assertThat(asked).hasSize(attempt);
      now = now.plusSeconds(1);
      step();
      assertThat(asked).endsWith("autopilot-silver-5-" + (attempt + 1));
    }
  }

  @Test
  void a_failure_for_good_is_not_tried_anew_until_there_is_more_to_read() {
    bronze(5);
    step();
    failed("autopilot-silver-5-1", Category.CORRUPTION);
    step();
    now = now.plus(Duration.ofDays(1));
    step();
    assertThat(asked).hasSize(1);

    bronze(6);
    step();
    assertThat(asked).endsWith("autopilot-silver-6-1");
  }

  @Test
  void gold_that_failed_for_good_does_not_keep_silver_from_being_asked_for() {
    publish(TableId.SILVER_ORDERS, new TableState(3, 5));
    bronze(6);
    step();
    failed("autopilot-gold-3-1", Category.INTERNAL);
    step();

    assertThat(asked).containsExactly("autopilot-gold-3-1", "autopilot-silver-6-1");
  }

  @Test
  void a_restarted_autopilot_asks_for_the_same_while_it_is_open_and_for_the_next_when_it_failed() {
    bronze(5);
    step();
    autopilot = autopilot();
    step();
    assertThat(asked).containsExactly("autopilot-silver-5-1", "autopilot-silver-5-1");

    failed("autopilot-silver-5-1", Category.CORRUPTION);
    autopilot = autopilot();
    step();
    assertThat(asked).endsWith("autopilot-silver-5-2");
  }

  @Test
  void after_a_compaction_each_job_runs_over_the_rearranged_files_once_and_the_lake_is_at_rest() {
    InMemoryLake lake = new InMemoryLake();
    Pipeline jobs = new Pipeline(lake, new PlainOrderEventDecoder(), 1_000);
    for (String id : List.of("a", "b")) {
      lake.store(java.util.List.of(Sent.to(0, Event.v2(id))));
      jobs.silver();
    }
    jobs.gold();
    jobs.compact();
    autopilot = autopilot(() -> bronzeOf(lake), jobs.versions());
    for (int i = 0; i < 10; i++) {
      int before = asked.size();
      step();
      if (asked.size() > before) {
        String run = asked.get(before);
        (run.contains("silver") ? jobs.silver() : jobs.gold()).lake();
        exchange.publish(Runs.succeeded(run));
      }
    }
    assertThat(asked)
        .containsExactly("autopilot-gold-2-1", "autopilot-silver-2-1", "autopilot-gold-3-1");
  }

  @Test
  void maintenance_is_asked_for_when_bronze_has_grown_by_enough_and_all_of_it_is_read() {
    caughtUp(EVERY - 1);
    step();
    assertThat(asked).isEmpty();

    bronze(EVERY);
    step();
    assertThat(asked).containsExactly("autopilot-silver-100-1");
    caughtUp(EVERY);
    exchange.publish(Runs.succeeded("autopilot-silver-100-1"));
    step();
    assertThat(asked).endsWith("autopilot-compact-100-1");
    assertThat(lastParams).isEqualTo(TreeMap.of("steps", "1"));
    endUpkeep();
    step();
    assertThat(asked).endsWith("autopilot-compact-100-1", "autopilot-vacuum-" + DAY + "-1");
    endUpkeep();
    caughtUp(EVERY + 30);
    step();
    step();
    assertThat(asked).hasSize(3);

    caughtUp(2 * EVERY + 1);
    step();
    assertThat(asked).endsWith("autopilot-compact-200-1");
    endUpkeep();
    step();
    assertThat(asked).as("the vacuum is done for the day").hasSize(4);
    now = now.plus(Duration.ofDays(1));
    step();
    assertThat(asked).endsWith("autopilot-vacuum-" + (DAY + 1) + "-1");
  }

  @Test
  void maintenance_that_has_waited_for_long_comes_before_silver_but_after_gold() {
    caughtUp(EVERY);
    bronze(EVERY + EVERY / 2 - 1);
    now = MIDNIGHT;
    step();
    assertThat(asked)
        .as("there is hope for a quiet moment")
        .containsExactly("autopilot-silver-149-1");
    publish(TableId.SILVER_ORDERS, new TableState(EVERY + 1, EVERY + EVERY / 2 - 1));
    exchange.publish(Runs.succeeded("autopilot-silver-149-1"));
    bronze(EVERY + EVERY / 2);
    step();
    assertThat(asked).endsWith("autopilot-gold-101-1");
    publish(CITY_HOUR, new TableState(9, EVERY + 1));
    publish(PRODUCT_DAY, new TableState(9, EVERY + 1));
    exchange.publish(Runs.succeeded("autopilot-gold-101-1"));
    step();
    assertThat(asked).endsWith("autopilot-compact-100-1");
    endUpkeep();
    step();
    assertThat(asked).as("the vacuum can wait yet").endsWith("autopilot-silver-150-1");
  }

  @Test
  void a_restarted_autopilot_does_not_ask_for_maintenance_that_was_done() {
    caughtUp(EVERY);
    step();
    endUpkeep();
    step();
    endUpkeep();
    autopilot = autopilot();
    for (int i = 0; i < 5; i++) {
      step();
    }
    assertThat(asked).hasSize(2);
  }

  @Test
  void maintenance_that_failed_is_tried_anew_and_does_not_keep_silver_from_being_asked_for() {
    caughtUp(EVERY);
    step();
    failed("autopilot-compact-100-1", Category.CORRUPTION);
    step();
    assertThat(asked).endsWith("autopilot-vacuum-" + DAY + "-1");
    failed("autopilot-vacuum-" + DAY + "-1", Category.INFRASTRUCTURE);
    bronze(EVERY + 1);
    step();
    assertThat(asked).endsWith("autopilot-silver-101-1");
    caughtUp(EVERY + 1);
    exchange.publish(Runs.succeeded("autopilot-silver-101-1"));
    now = now.plusSeconds(1);
    step();
    assertThat(asked).endsWith("autopilot-vacuum-" + DAY + "-2").hasSize(4);
  }

  @Test
  void no_maintenance_is_asked_for_when_it_is_switched_off() {
    caughtUp(EVERY);
    autopilot = autopilot(() -> bronze, versions, 0);
    step();

    assertThat(asked).isEmpty();
  }

  private void caughtUp(long version) {
    bronze(version);
    publish(TableId.SILVER_ORDERS, new TableState(version, version));
    publish(CITY_HOUR, new TableState(version, version));
    publish(PRODUCT_DAY, new TableState(version, version));
  }

  private void endUpkeep() {
    exchange.publish(Runs.succeeded(asked.get(asked.size() - 1)));
  }

  private static Option<BronzeState> bronzeOf(InMemoryLake lake) {
    return lake.compaction()
        .state(TableId.BRONZE_ORDERS)
        .map(state -> new BronzeState(state, TreeMap.empty()));
  }

  private KeepFresh autopilot() {
    return autopilot(() -> bronze, versions);
  }

  private KeepFresh autopilot(BronzeView view, LakeVersions lake) {
    return autopilot(view, lake, EVERY);
  }

  private KeepFresh autopilot(BronzeView view, LakeVersions lake, long everyCommits) {
    return new KeepFresh(
        view,
        lake,
        exchange,
        List.of(CITY_HOUR, PRODUCT_DAY),
        everyCommits,
        () -> now,
        new KeepFresh.Listener() {
          @Override
          public void asked(RunRequest request) {
            asked.add(request.runId().value());
            lastParams = request.params();
          }

          @Override
          public void ended(RunResult result) {}

          @Override
          public void trouble(String what, LakeFailure cause) {
            throw cause;
          }
        });
  }

  private void step() {
    autopilot.step(Duration.ZERO);
  }

  private void bronze(long version) {
    bronze = Option.some(new BronzeState(new TableState(version, version), TreeMap.empty()));
  }

  private void publish(TableId table, TableState state) {
    versions
        .publish(
            versions
                .latest()
                .next(new RunId("x"), 1, Runs.NOON, TreeMap.of(table, state), RunReport.nothing()))
        .get();
  }

  private void succeeded(TableId table, TableState state) {
    publish(table, state);
    exchange.publish(Runs.succeeded(asked.get(asked.size() - 1)));
  }

  private void failed(String id, Category category) {
    assertThat(asked).endsWith(id);
    RunFailure failure = new RunFailure(category, "no");
    assertThat(exchange.publish(Runs.failed(id, category)).failure().get().retryable())
        .isEqualTo(failure.retryable());
  }
}
