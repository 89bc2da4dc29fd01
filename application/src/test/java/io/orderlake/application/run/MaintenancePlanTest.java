package io.orderlake.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunFailure.Category;
import io.vavr.collection.TreeMap;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the autopilot asks for maintenance. */
class MaintenancePlanTest {
  private static final long EVERY = AutopilotStage.EVERY;
  private static final long DAY = Runs.NOON.getEpochSecond() / 86_400;
  private static final Instant MIDNIGHT = Instant.ofEpochSecond(DAY * 86_400);

  private final AutopilotStage stage = new AutopilotStage();

  @Test
  void maintenance_is_asked_for_when_bronze_has_grown_by_enough_and_all_of_it_is_read() {
    stage.caughtUp(EVERY - 1);
    stage.step();
    assertThat(stage.asked).isEmpty();

    stage.bronze(EVERY);
    stage.step();
    assertThat(stage.asked).containsExactly("autopilot-silver-100-1");
    stage.caughtUp(EVERY);
    stage.exchange.publish(Runs.succeeded("autopilot-silver-100-1"));
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-compact-100-1");
    assertThat(stage.lastParams).isEqualTo(TreeMap.of("steps", "1"));
    stage.endUpkeep();
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-compact-100-1", "autopilot-vacuum-" + DAY + "-1");
    stage.endUpkeep();
    stage.caughtUp(EVERY + 30);
    stage.step();
    stage.step();
    assertThat(stage.asked).hasSize(3);

    stage.caughtUp(2 * EVERY + 1);
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-compact-200-1");
    stage.endUpkeep();
    stage.step();
    assertThat(stage.asked).as("the vacuum is done for the day").hasSize(4);
    stage.now = stage.now.plus(Duration.ofDays(1));
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-vacuum-" + (DAY + 1) + "-1");
  }

  @Test
  void maintenance_that_has_waited_for_long_comes_before_silver_but_after_gold() {
    stage.caughtUp(EVERY);
    stage.bronze(EVERY + EVERY / 2 - 1);
    stage.now = MIDNIGHT;
    stage.step();
    assertThat(stage.asked)
        .as("there is hope for a quiet moment")
        .containsExactly("autopilot-silver-149-1");
    stage.publish(TableId.SILVER_ORDERS, new TableState(EVERY + 1, EVERY + EVERY / 2 - 1));
    stage.exchange.publish(Runs.succeeded("autopilot-silver-149-1"));
    stage.bronze(EVERY + EVERY / 2);
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-gold-101-1");
    stage.publish(AutopilotStage.CITY_HOUR, new TableState(9, EVERY + 1));
    stage.publish(AutopilotStage.PRODUCT_DAY, new TableState(9, EVERY + 1));
    stage.exchange.publish(Runs.succeeded("autopilot-gold-101-1"));
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-compact-100-1");
    stage.endUpkeep();
    stage.step();
    assertThat(stage.asked).as("the vacuum can wait yet").endsWith("autopilot-silver-150-1");
  }

  @Test
  void a_restarted_autopilot_does_not_ask_for_maintenance_that_was_done() {
    stage.caughtUp(EVERY);
    stage.step();
    stage.endUpkeep();
    stage.step();
    stage.endUpkeep();
    stage.restart();
    for (int i = 0; i < 5; i++) {
      stage.step();
    }
    assertThat(stage.asked).hasSize(2);
  }

  @Test
  void maintenance_that_failed_is_tried_anew_and_does_not_keep_silver_from_being_asked_for() {
    stage.caughtUp(EVERY);
    stage.step();
    stage.failed("autopilot-compact-100-1", Category.CORRUPTION);
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-vacuum-" + DAY + "-1");
    stage.failed("autopilot-vacuum-" + DAY + "-1", Category.INFRASTRUCTURE);
    stage.bronze(EVERY + 1);
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-silver-101-1");
    stage.caughtUp(EVERY + 1);
    stage.exchange.publish(Runs.succeeded("autopilot-silver-101-1"));
    stage.now = stage.now.plusSeconds(1);
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-compact-100-2");
    stage.failed("autopilot-compact-100-2", Category.CORRUPTION);
    stage.step();
    assertThat(stage.asked).endsWith("autopilot-vacuum-" + DAY + "-2").hasSize(5);
  }

  @Test
  void no_maintenance_is_asked_for_when_it_is_switched_off() {
    stage.caughtUp(EVERY);
    stage.restart(0);
    stage.step();

    assertThat(stage.asked).isEmpty();
  }
}
