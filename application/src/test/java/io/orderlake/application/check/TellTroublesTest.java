package io.orderlake.application.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.application.metrics.MetricsStage;
import io.orderlake.application.twin.InMemoryTroubleLog;
import io.orderlake.application.twin.InMemoryTroubleReceiver;
import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Limits;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.RunFailure;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TellTroublesTest {
  private static final String GONE = Alert.RUNNER_GONE.title();

  private final MetricsStage stage = new MetricsStage();
  private final InMemoryTroubleReceiver receiver = new InMemoryTroubleReceiver();
  private final InMemoryTroubleLog log = new InMemoryTroubleLog();
  private TellTroubles troubles = begin();

  private TellTroubles begin() {
    return new TellTroubles(new CheckLake(stage.metrics(), stage.clock), receiver, log);
  }

  private void restart() {
    troubles.close();
    troubles = begin();
  }

  private boolean lookAndTell() {
    troubles.look();
    return troubles.tell();
  }

  private void request() {
    stage.exchange.submit(Runs.request("silver-1", 0));
  }

  private void runnerIsBack() {
    Instant now = stage.clock.instant();
    stage.leaderLock.tryTake(0).get().show(new LeaderHeartbeat(1, "me", now, now, Option.none()));
  }

  @Test
  void a_trouble_is_told_once_when_it_has_lasted_and_once_when_it_is_over() {
    request();
    lookAndTell();
    assertThat(receiver.received()).isEmpty();

    stage.pass(Alert.RUNNER_GONE.patience());
    for (int i = 0; i < 3; i++) {
      assertThat(lookAndTell()).isTrue();
    }
    assertThat(receiver.received()).containsExactly("firing " + GONE);

    runnerIsBack();
    for (int i = 0; i < 3; i++) {
      assertThat(lookAndTell()).isTrue();
    }
    assertThat(receiver.received()).containsExactly("firing " + GONE, "resolved " + GONE);
  }

  @Test
  void what_passes_before_it_has_lasted_is_not_told() {
    request();
    lookAndTell();
    runnerIsBack();
    lookAndTell();
    stage.pass(Alert.RUNNER_GONE.patience());
    lookAndTell();

    assertThat(receiver.received()).isEmpty();
    assertThat(log.writes()).isZero();
  }

  @Test
  void while_nobody_takes_it_it_waits_and_is_told_in_order_afterwards() {
    receiver.isAway(true);
    damage("s-1");
    assertThat(lookAndTell()).isFalse();
    stage.pass(Limits.RECENT);
    assertThat(lookAndTell()).isFalse();

    receiver.isAway(false);
    assertThat(troubles.tell()).isTrue();
    assertThat(receiver.received())
        .containsExactly(
            "firing " + Alert.CORRUPTION.title(), "resolved " + Alert.CORRUPTION.title());
    assertThat(log.tryTake()).isEmpty();
    restart();
    assertThat(lookAndTell()).isTrue();
    assertThat(receiver.received()).hasSize(2);
  }

  private void damage(String run) {
    stage.fail(stage.begin(JobName.SILVER, run), RunFailure.Category.CORRUPTION);
  }

  @Test
  void what_comes_back_before_its_end_was_told_is_the_same_trouble() {
    damage("s-1");
    lookAndTell();
    receiver.isAway(true);
    stage.pass(Limits.RECENT);
    lookAndTell();
    damage("s-2");
    receiver.isAway(false);
    lookAndTell();

    assertThat(receiver.received()).containsExactly("firing " + Alert.CORRUPTION.title());
  }

  @Test
  void what_was_told_is_known_after_a_restart_and_so_is_what_is_to_be_told() {
    damage("s-1");
    lookAndTell();
    restart();
    lookAndTell();
    assertThat(receiver.received()).hasSize(1);

    receiver.isAway(true);
    stage.pass(Limits.RECENT);
    lookAndTell();
    restart();
    receiver.isAway(false);
    lookAndTell();
    assertThat(receiver.received())
        .containsExactly(
            "firing " + Alert.CORRUPTION.title(), "resolved " + Alert.CORRUPTION.title());
  }

  @Test
  void what_cannot_be_judged_any_more_is_not_over() {
    stage.produce(1);
    lookAndTell();
    stage.pass(Limits.STALE);
    lookAndTell();
    stage.pass(Alert.GOLD_STALE.patience());
    lookAndTell();
    assertThat(receiver.received()).containsExactly("firing " + Alert.GOLD_STALE.title());

    stage.kafkaAnswers(false);
    lookAndTell();
    stage.pass(Alert.KAFKA_UNREACHABLE.patience());
    lookAndTell();
    assertThat(receiver.received())
        .containsExactly(
            "firing " + Alert.GOLD_STALE.title(), "firing " + Alert.KAFKA_UNREACHABLE.title());
  }

  @Test
  void of_two_who_would_tell_one_does_and_the_other_goes_on_when_it_ends() {
    TellTroubles other = begin();
    damage("s-1");
    lookAndTell();
    other.look();
    assertThat(other.tell()).isTrue();
    assertThat(receiver.received()).hasSize(1);

    troubles.close();
    stage.pass(Limits.RECENT.plus(Duration.ofSeconds(1)));
    other.look();
    other.tell();
    assertThat(receiver.received()).hasSize(2);
    other.close();
    other.close();
  }
}
