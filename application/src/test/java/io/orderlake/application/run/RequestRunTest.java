package io.orderlake.application.run;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.application.run.RequestRun.Unanswered;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.RunRequest;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestRunTest {
  private final RunnerStage stage = new RunnerStage();
  private final RequestRun requestRun = new RequestRun(stage.exchange, stage.clock);

  @Test
  void a_run_that_has_ended_is_answered_and_not_asked_for_again() {
    stage.exchange.publish(Runs.succeeded("a"));

    assertThat(requestRun.submitAndWait(request("a"), Duration.ZERO).get())
        .isEqualTo(Runs.succeeded("a"));
    assertThat(stage.exchange.pending()).isEmpty();
  }

  @Test
  void without_a_runner_the_answer_says_so_and_the_request_stays() {
    Unanswered unanswered = requestRun.submitAndWait(request("a"), Duration.ZERO).getLeft();

    assertThat(unanswered.kind()).isEqualTo(Unanswered.Kind.NO_RUNNER);
    assertThat(unanswered.sentence()).contains("orderlake runner");
    assertThat(stage.exchange.pending()).hasSize(1);
  }

  @Test
  void a_runner_that_gave_no_sign_for_long_is_none() {
    heartbeat(60, Option.none());

    Unanswered unanswered = requestRun.submitAndWait(request("a"), Duration.ZERO).getLeft();

    assertThat(unanswered.kind()).isEqualTo(Unanswered.Kind.NO_RUNNER);
    assertThat(unanswered.sentence()).contains("the last heartbeat of one is from");
  }

  @Test
  void a_busy_runner_is_named_with_what_it_does() {
    heartbeat(1, Option.some(new RunId("other")));

    Unanswered unanswered = requestRun.submitAndWait(request("a"), Duration.ZERO).getLeft();

    assertThat(unanswered.kind()).isEqualTo(Unanswered.Kind.TIME_OVER);
    assertThat(unanswered.sentence()).contains("12@here is busy with other");
  }

  @Test
  void an_id_used_for_another_job_is_said_to_be_taken() {
    stage.exchange.publish(Runs.succeeded("a"));
    RunRequest gold = new RunRequest(new RunId("a"), "gold", "me", Runs.NOON, TreeMap.empty());

    assertThat(requestRun.submitAndWait(gold, Duration.ZERO).getLeft().kind())
        .isEqualTo(Unanswered.Kind.ID_TAKEN);
  }

  private void heartbeat(long secondsAgo, Option<RunId> busyWith) {
    LeaderLock.Held held = stage.leaderLock.tryTake(0).get();
    held.show(
        new LeaderHeartbeat(1, "12@here", Runs.NOON, Runs.NOON.minusSeconds(secondsAgo), busyWith));
  }
}
