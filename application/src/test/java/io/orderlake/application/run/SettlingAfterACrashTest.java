package io.orderlake.application.run;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunEvent.RunClaimed;
import io.orderlake.domain.run.RunEvent.RunRequested;
import io.orderlake.domain.run.RunEvent.RunStarted;
import io.orderlake.domain.run.RunEvent.RunSucceeded;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.Trigger;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test is one place where the runner of epoch 1 died, and what the next one makes of it. */
class SettlingAfterACrashTest {
  private static final RunId A = new RunId("a");
  private final RunnerStage stage = new RunnerStage();

  @BeforeEach
  void a_runner_has_died() {
    assertThat(stage.leaderLock.tryTake(0).get().epoch()).isEqualTo(1);
    stage.leaderLock.killHolder();
  }

  @Test
  void before_it_journalled_the_claim() {
    stage.exchange.plantClaimed(request("a"));

    assertThat(stage.serve("a").head().attempt()).isEqualTo(1);
    assertOneEffect();
  }

  @Test
  void before_it_began_the_job() {
    stage.exchange.plantClaimed(request("a"));
    stage.journalled(requested(), claimed());

    assertThat(stage.serve("a").head().attempt()).isEqualTo(1);
    assertThat(stage.story("a")).contains("RunAbandoned");
    assertOneEffect();
  }

  @Test
  void in_the_job_before_it_published() {
    stage.exchange.plantClaimed(request("a"));
    stage.journalled(requested(), claimed(), started());

    RunResult result = stage.serve("a").head();

    assertThat(result.attempt()).isEqualTo(2);
    assertThat(result.epoch()).isEqualTo(2);
    assertOneEffect();
  }

  @Test
  void after_the_lake_version_was_published() {
    stage.exchange.plantClaimed(request("a"));
    stage.journalled(requested(), claimed(), started());
    stage.silver.publish(new RunContext(A, 1, TreeMap.empty()));

    RunResult result = stage.serve("a").head();

    assertThat(result.succeeded()).isTrue();
    assertThat(result.outcome().get().report()).isEqualTo(Runs.report());
    assertThat(stage.silver.runs).isEmpty();
    assertOneEffect();
  }

  @Test
  void after_the_result_was_published() {
    stage.exchange.plantClaimed(request("a"));
    stage.journalled(requested(), claimed(), started());
    stage.silver.publish(new RunContext(A, 1, TreeMap.empty()));
    RunResult result = result();
    stage.exchange.publish(result);

    stage.exchange.submit(request("b"));
    stage.serve("b");

    assertThat(stage.exchange.find(A)).containsExactly(result);
    assertThat(stage.story("a"))
        .containsExactly("RunRequested", "RunClaimed", "RunStarted", "RunSucceeded");
    assertThat(stage.exchange.claimed()).isEmpty();
    assertThat(stage.silver.runs).extracting(RunContext::runId).containsExactly(new RunId("b"));
  }

  @Test
  void after_the_end_was_journalled() {
    stage.exchange.plantClaimed(request("a"));
    stage.journalled(requested(), claimed(), started(), succeeded());
    stage.silver.publish(new RunContext(A, 1, TreeMap.empty()));
    stage.exchange.publish(result());

    stage.exchange.submit(request("b"));
    stage.serve("b");

    assertThat(stage.story("a")).hasSize(4);
    assertThat(stage.exchange.claimed()).isEmpty();
  }

  @Test
  void and_somebody_deleted_the_result_of_a_run_that_is_over() {
    stage.exchange.submit(request("a"));
    stage.journalled(requested(), claimed(), started(), succeeded());

    assertThat(stage.serve("a").head()).isEqualTo(result());
    assertThat(stage.silver.runs).isEmpty();
  }

  @Test
  void and_the_claimed_file_was_damaged_on_the_way() {
    stage.exchange.plant(new Trigger.Malformed("a.json", Option.some(A), "empty file"));
    stage.journalled(requested(), claimed(), started());

    assertThat(stage.serve("a").head().succeeded()).isTrue();
    assertThat(stage.exchange.rejectedReasons()).containsExactly("empty file");
    assertOneEffect();
  }

  @Test
  void and_the_journal_tells_an_impossible_story() {
    stage.exchange.submit(request("a"));
    stage.journalled(started());
    stage.exchange.submit(request("b"));
    stage.serve("b");

    assertThat(stage.exchange.rejectedReasons().head())
        .contains("journal")
        .contains("another run id");
    assertThat(stage.silver.runs).extracting(RunContext::runId).containsExactly(new RunId("b"));
  }

  private void assertOneEffect() {
    assertThat(stage.versions.latest().number()).isEqualTo(1);
    assertThat(stage.exchange.claimed()).isEmpty();
    assertThat(stage.exchange.find(A)).isNotEmpty();
  }

  private static RunRequested requested() {
    return new RunRequested(1, Runs.NOON, request("a"));
  }

  private static RunClaimed claimed() {
    return new RunClaimed(1, Runs.NOON, A);
  }

  private static RunStarted started() {
    return new RunStarted(1, Runs.NOON, A, 1);
  }

  private static RunSucceeded succeeded() {
    return (RunSucceeded) result().event();
  }

  private static RunResult result() {
    return new RunResult(
        A,
        "silver",
        1,
        1,
        Runs.NOON,
        Runs.NOON,
        new RunResult.Succeeded(new RunOutcome(Runs.report(), TreeMap.empty(), 1, Option.none())));
  }
}
