package io.orderlake.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.contract.Runs;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunFailure.Category;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeepFreshTest {
  private final AutopilotStage stage = new AutopilotStage();

  @Test
  void nothing_is_asked_of_an_empty_lake() {
    stage.step();

    assertThat(stage.asked).isEmpty();
  }

  @Test
  void silver_is_asked_for_when_bronze_has_grown_and_gold_when_silver_has() {
    stage.bronze(5);
    stage.step();
    assertThat(stage.asked).containsExactly("autopilot-silver-5-1");

    stage.succeeded(TableId.SILVER_ORDERS, new TableState(0, 5));
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-gold-0-1");

    stage.succeeded(AutopilotStage.CITY_HOUR, new TableState(0, 0));
    stage.succeeded(AutopilotStage.PRODUCT_DAY, new TableState(0, 0));
    stage.step();
    stage.step();
    assertThat(stage.asked).hasSize(2);
  }

  @Test
  void one_request_is_outstanding_at_a_time() {
    stage.bronze(5);
    stage.step();
    stage.bronze(6);
    stage.step();

    assertThat(stage.asked).containsExactly("autopilot-silver-5-1");
  }

  @Test
  void gold_that_has_read_silver_in_one_table_only_is_asked_for() {
    stage.publish(TableId.SILVER_ORDERS, new TableState(3, 5));
    stage.publish(AutopilotStage.CITY_HOUR, new TableState(1, 3));
    stage.bronze(5);
    stage.step();

    assertThat(stage.asked).containsExactly("autopilot-gold-3-1");
  }

  @Test
  void a_retryable_failure_is_tried_anew_as_the_next_attempt_after_a_growing_pause() {
    stage.bronze(5);
    stage.step();
    for (int attempt = 1; attempt <= 4; attempt++) {
      stage.failed("autopilot-silver-5-" + attempt, Category.INFRASTRUCTURE);
      stage.step();
      assertThat(stage.asked).hasSize(attempt);
      stage.now = stage.now.plus(Duration.ofSeconds((1L << (attempt - 1)) - 1));
      stage.step();
      assertThat(stage.asked).hasSize(attempt);
      stage.now = stage.now.plusSeconds(1);
      stage.step();
      assertThat(stage.asked).endsWith("autopilot-silver-5-" + (attempt + 1));
    }
  }

  @Test
  void a_failure_for_good_is_tried_anew_too_since_somebody_may_have_mended_its_cause() {
    stage.bronze(5);
    stage.step();
    stage.failed("autopilot-silver-5-1", Category.CORRUPTION);
    stage.step();
    assertThat(stage.asked).hasSize(1);

    stage.now = stage.now.plusSeconds(1);
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-silver-5-2");
  }

  @Test
  void what_comes_in_meanwhile_does_not_hurry_a_job_that_fails_and_a_success_begins_anew() {
    for (int failures = 1; failures <= 10; failures++) {
      stage.bronze(failures);
      stage.step();
      stage.failed("autopilot-silver-" + failures + "-1", Category.RULE);
      stage.bronze(failures + 1);
      stage.step();
      stage.now = stage.now.plusSeconds(Math.min(64, 1L << (failures - 1))).minusMillis(1);
      stage.step();
      assertThat(stage.asked).hasSize(failures);
      stage.now = stage.now.plusMillis(1);
    }
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-silver-11-1");
    stage.succeeded(TableId.SILVER_ORDERS, new TableState(1, 11));
    stage.publish(AutopilotStage.CITY_HOUR, new TableState(1, 1));
    stage.publish(AutopilotStage.PRODUCT_DAY, new TableState(1, 1));
    stage.bronze(12);
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-silver-12-1");
    stage.failed("autopilot-silver-12-1", Category.RULE);
    stage.step();
    stage.now = stage.now.plusSeconds(1);
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-silver-12-2");
  }

  @Test
  void gold_that_failed_for_good_does_not_keep_silver_from_being_asked_for() {
    stage.publish(TableId.SILVER_ORDERS, new TableState(3, 5));
    stage.bronze(6);
    stage.step();
    stage.failed("autopilot-gold-3-1", Category.INTERNAL);
    stage.step();

    assertThat(stage.asked).containsExactly("autopilot-gold-3-1", "autopilot-silver-6-1");
  }

  @Test
  void a_restarted_autopilot_asks_for_the_same_while_it_is_open_and_for_the_next_when_it_failed() {
    stage.bronze(5);
    stage.step();
    stage.restart();
    stage.step();
    assertThat(stage.asked).containsExactly("autopilot-silver-5-1", "autopilot-silver-5-1");

    stage.failed("autopilot-silver-5-1", Category.CORRUPTION);
    stage.restart();
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-silver-5-2");
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
    stage.watch(new StandingBronze(() -> bronzeOf(lake)), jobs.versions());
    for (int i = 0; i < 10; i++) {
      int before = stage.asked.size();
      stage.step();
      if (stage.asked.size() > before) {
        String run = stage.asked.get(before);
        (run.contains("silver") ? jobs.silver() : jobs.gold()).lakeVersion();
        stage.exchange.publish(Runs.succeeded(run));
      }
    }
    assertThat(stage.asked)
        .containsExactly("autopilot-gold-2-1", "autopilot-silver-2-1", "autopilot-gold-3-1");
  }

  private static Option<BronzeState> bronzeOf(InMemoryLake lake) {
    return lake.compaction()
        .state(TableId.BRONZE_ORDERS)
        .map(state -> new BronzeState(state, TreeMap.empty()));
  }
}
