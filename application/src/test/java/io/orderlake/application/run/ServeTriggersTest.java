package io.orderlake.application.run;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunFailure.Category;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.Trigger;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ServeTriggersTest {
  private final RunnerStage stage = new RunnerStage();

  @Test
  void a_request_is_run_once_and_answered() {
    stage.exchange.submit(request("a"));

    RunResult result = stage.serve("a").head();

    assertThat(result.succeeded()).isTrue();
    assertThat(result.attempt()).isEqualTo(1);
    assertThat(result.epoch()).isEqualTo(1);
    RunOutcome left = result.outcome().get();
    assertThat(left.lakeVersion()).isEqualTo(1);
    assertThat(left.tables()).isEqualTo(stage.versions.latest().tables());
    assertThat(stage.silver.runs.get(0).params()).isEqualTo(request("a").params());
    assertThat(stage.story("a"))
        .containsExactly("RunRequested", "RunClaimed", "RunStarted", "RunSucceeded");
    assertThat(stage.exchange.claimed()).isEmpty();
    assertThat(stage.exchange.pending()).isEmpty();
  }

  @Test
  void requests_are_run_one_after_the_other_in_the_order_they_were_asked_for() {
    stage.exchange.submit(request("late", 20));
    stage.exchange.submit(request("early", 10));

    stage.serve("early", "late");

    assertThat(stage.silver.runs)
        .extracting(run -> run.runId().value())
        .containsExactly("early", "late");
  }

  @Test
  void asking_again_has_no_effect_and_the_same_result() {
    stage.exchange.submit(request("a"));
    RunResult first = stage.serve("a").head();
    stage.exchange.submit(request("a"));
    stage.exchange.submit(request("b"));

    assertThat(stage.serve("a", "b").head()).isEqualTo(first);
    assertThat(stage.silver.runs).hasSize(2);
    assertThat(stage.versions.latest().number()).isEqualTo(2);
    assertThat(stage.exchange.pending()).isEmpty();
  }

  @Test
  void the_job_s_failure_is_the_result() {
    RunFailure failure = new RunFailure(Category.RULE, "a rule of severity FAIL");
    stage.silver.script = context -> Either.left(failure);
    stage.exchange.submit(request("a"));

    assertThat(stage.serve("a").head().failure()).containsExactly(failure);
    assertThat(stage.story("a")).endsWith("RunFailed");
  }

  @Test
  void what_a_job_throws_becomes_a_failure_and_the_runner_goes_on() {
    stage.silver.script =
        context ->
            switch (context.runId().value()) {
              case "passing" -> throw LakeFailure.because(FailureCause.TIMED_OUT, "no answer");
              case "lasting" -> throw LakeFailure.lasting("file x is damaged");
              case "defect" -> throw new IllegalStateException("oops");
              case "link" -> throw new NoSuchMethodError("gone");
              default -> stage.silver.publish(context);
            };
    for (String id : new String[] {"passing", "lasting", "defect", "link", "well"}) {
      stage.exchange.submit(request(id));
    }

    assertThat(
            stage
                .serve("passing", "lasting", "defect", "link")
                .map(result -> result.failure().get().category()))
        .containsExactly(
            Category.INFRASTRUCTURE, Category.CORRUPTION, Category.INTERNAL, Category.INTERNAL);
    assertThat(stage.serve("well").head().succeeded()).isTrue();
    assertThat(stage.troubles).hasSize(4);
  }

  @Test
  void a_full_disk_is_no_defect_and_may_pass_whatever_it_is_thrown_as() {
    stage.exchange.submit(request("a"));
    stage.silver.script =
        context -> {
          throw new Error("closing", new IOException("No space left on device"));
        };

    RunResult result = stage.serve("a").get(0);
    assertThat(result.failure().get().category()).isEqualTo(Category.INFRASTRUCTURE);
    assertThat(result.failure().get().message()).contains("no room on the disk");
  }

  @Test
  void a_job_that_broke_after_it_had_published_has_succeeded() {
    stage.silver.script =
        context -> {
          stage.silver.publish(context);
          throw LakeFailure.because(FailureCause.UNREACHABLE, "connection lost while closing");
        };
    stage.exchange.submit(request("a"));

    RunResult result = stage.serve("a").head();

    assertThat(result.succeeded()).isTrue();
    assertThat(result.outcome().get().lakeVersion()).isEqualTo(1);
  }

  @Test
  void an_unknown_job_is_rejected_with_those_there_are() {
    RunRequest wrong =
        new RunRequest(new RunId("a"), "sliver", "me", RunnerStage.at(), TreeMap.empty());
    stage.exchange.submit(wrong);

    RunResult result = stage.serve("a").head();

    assertThat(result.rejection().get()).contains("'sliver'").contains("silver");
    assertThat(result.job()).isEqualTo("sliver");
    assertThat(stage.exchange.rejectedReasons()).containsExactly(result.rejection().get());
    assertThat(stage.silver.runs).isEmpty();
  }

  @Test
  void an_unknown_parameter_is_rejected_with_those_there_are() {
    stage.exchange.submit(
        new RunRequest(
            new RunId("a"), "silver", "me", RunnerStage.at(), TreeMap.of("max_record", "1")));

    assertThat(stage.serve("a").head().rejection().get())
        .contains("[max_record]")
        .contains("max_records");
  }

  @Test
  void a_malformed_file_is_moved_away_and_answered_where_its_id_is_usable() {
    stage.exchange.plant(new Trigger.Malformed("a.json", Option.some(new RunId("a")), "not JSON"));
    stage.exchange.plant(new Trigger.Malformed("b c.json", Option.none(), "no run id"));
    stage.exchange.submit(request("well"));

    assertThat(stage.serve("a", "well").map(RunResult::succeeded)).containsExactly(false, true);
    assertThat(stage.exchange.rejectedReasons()).containsExactlyInAnyOrder("not JSON", "no run id");
    assertThat(stage.exchange.pending()).isEmpty();
  }

  @Test
  void a_malformed_file_under_the_id_of_an_ended_run_leaves_its_result_alone() {
    stage.exchange.submit(request("a"));
    RunResult first = stage.serve("a").head();
    stage.exchange.plant(new Trigger.Malformed("a.json", Option.some(new RunId("a")), "not JSON"));
    stage.exchange.submit(request("b"));
    stage.serve("b");

    assertThat(stage.exchange.find(new RunId("a"))).containsExactly(first);
    assertThat(stage.exchange.rejectedReasons()).containsExactly("not JSON");
  }

  @Test
  void the_epoch_is_above_that_of_every_published_version() {
    stage.versions.publish(
        stage
            .versions
            .latest()
            .next(new RunId("old"), 41, RunnerStage.at(), TreeMap.empty(), RunReport.nothing()));
    stage.exchange.submit(request("a"));

    assertThat(stage.serve("a").head().epoch()).isEqualTo(42);
  }

  @Test
  void a_stop_lets_the_run_under_way_finish_and_leaves_the_rest_waiting() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    stage.silver.script =
        context -> {
          begun.countDown();
          await(goOn);
          return stage.silver.publish(context);
        };
    stage.exchange.submit(request("a", 1));
    stage.exchange.submit(request("b", 2));
    ServeTriggers runner = stage.runner();
    Thread thread = new Thread(runner::serve);
    thread.start();
    begun.await();
    runner.stop();
    goOn.countDown();
    thread.join();

    assertThat(stage.exchange.find(new RunId("a")).get().succeeded()).isTrue();
    assertThat(stage.exchange.find(new RunId("b"))).isEmpty();
    assertThat(stage.exchange.pending()).hasSize(1);
    assertThat(stage.exchange.runner()).isEmpty();
  }

  @Test
  void a_runner_that_has_lost_the_lock_serves_no_more_until_it_has_it_again() {
    ServeTriggers runner = stage.runner();
    Thread thread = new Thread(runner::serve);
    thread.start();
    stage.exchange.submit(request("a"));
    assertThat(result("a").epoch()).isEqualTo(1);

    stage.leaderLock.killHolder();
    stage.exchange.submit(request("b"));
    assertThat(result("b").epoch()).isEqualTo(2);
    RunnerStage.stop(runner, thread);
  }

  private RunResult result(String id) {
    return stage.exchange.awaitResult(new RunId(id), Duration.ofMinutes(20)).get();
  }

  @Test
  void a_standby_takes_over_when_the_seat_is_freed() throws InterruptedException {
    LeaderLock.Held other = stage.leaderLock.tryTake(0).get();
    stage.exchange.submit(request("a"));
    ServeTriggers standby = stage.runner();
    Thread thread = new Thread(standby::serve);
    thread.start();
    assertThat(stage.exchange.awaitResult(new RunId("a"), Duration.ofMillis(50))).isEmpty();
    other.close();

    assertThat(stage.exchange.awaitResult(new RunId("a"), Duration.ofMinutes(20)).get().epoch())
        .isEqualTo(2);
    RunnerStage.stop(standby, thread);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
