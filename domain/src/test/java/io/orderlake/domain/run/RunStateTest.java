package io.orderlake.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.RunCommand.Abandon;
import io.orderlake.domain.run.RunCommand.Claim;
import io.orderlake.domain.run.RunCommand.Fail;
import io.orderlake.domain.run.RunCommand.Reject;
import io.orderlake.domain.run.RunCommand.Request;
import io.orderlake.domain.run.RunCommand.Start;
import io.orderlake.domain.run.RunCommand.Succeed;
import io.orderlake.domain.run.RunFailure.Category;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunStateTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final RunId ID = new RunId("dag.run.silver.1");
  private static final RunRequest REQUEST =
      new RunRequest(ID, "silver", "a test", NOON, TreeMap.empty());
  private static final Succeed SUCCEED =
      new Succeed(new RunOutcome(RunReport.nothing(), TreeMap.empty(), 7, Option.none()));
  private static final RunFailure BROKEN = new RunFailure(Category.INFRASTRUCTURE, "disk full");

  @Test
  void a_run_goes_from_request_to_result() {
    RunState end = after(1, new Request(REQUEST), new Claim(), new Start(), SUCCEED);

    RunResult result = end.outcome().get();
    assertThat(result.succeeded()).isTrue();
    assertThat(result.job()).isEqualTo("silver");
    assertThat(result.attempt()).isEqualTo(1);
    assertThat(result.epoch()).isEqualTo(1);
    assertThat(result.startedAt()).isEqualTo(NOON.plusSeconds(3));
    assertThat(result.finishedAt()).isEqualTo(NOON.plusSeconds(4));
    assertThat(result.failure()).isEmpty();
    assertThat(end.asked()).containsExactly(REQUEST);
  }

  @Test
  void a_failed_run_says_why_and_whether_to_try_again() {
    RunState end = after(1, new Request(REQUEST), new Claim(), new Start(), new Fail(BROKEN));

    assertThat(end.outcome().get().succeeded()).isFalse();
    assertThat(end.outcome().get().failure()).containsExactly(BROKEN);
    assertThat(end.outcome().get().failure().get().retryable()).isTrue();
  }

  @Test
  void a_rejected_request_was_never_begun() {
    RunState end = after(1, new Reject("sliver", "no such job"));

    assertThat(end.outcome().get().attempt()).isZero();
    assertThat(end.outcome().get().failure())
        .containsExactly(new RunFailure(Category.REQUEST, "no such job"));
  }

  @Test
  void a_run_whose_runner_died_is_begun_again_as_the_next_attempt() {
    RunState running = after(1, new Request(REQUEST), new Claim(), new Start());

    RunState again =
        then(running, 2, new Abandon("runner 1 died"), new Claim(), new Start(), SUCCEED);

    assertThat(again.outcome().get().attempt()).isEqualTo(2);
    assertThat(again.outcome().get().epoch()).isEqualTo(2);
  }

  @Test
  void a_claim_that_was_never_begun_does_not_count_as_an_attempt() {
    RunState claimed = after(1, new Request(REQUEST), new Claim());

    RunState again = then(claimed, 2, new Abandon("runner 1 died"), new Claim(), new Start());

    assertThat(again).isInstanceOf(RunState.Running.class);
    assertThat(((RunState.Running) again).attempt()).isEqualTo(1);
  }

  @Test
  void the_present_runner_cannot_abandon_its_own_run() {
    RunState running = after(3, new Request(REQUEST), new Claim(), new Start());

    assertThat(running.decide(new Abandon("tired"), 3, NOON).getLeft())
        .contains("cannot be abandoned")
        .contains("attempt 1 in epoch 3");
  }

  @Test
  void a_late_runner_cannot_end_what_its_successor_runs() {
    RunState running = after(2, new Request(REQUEST), new Claim(), new Start());

    assertThat(running.decide(SUCCEED, 1, NOON).getLeft()).contains("cannot succeed in epoch 1");
  }

  @Test
  void whatever_is_asked_of_an_ended_run_is_refused() {
    RunState ended = after(1, new Request(REQUEST), new Claim(), new Start(), SUCCEED);

    for (RunCommand command : commands()) {
      assertThat(ended.decide(command, 2, NOON).isLeft()).as(command.toString()).isTrue();
    }
  }

  @Test
  void an_event_of_another_run_is_refused() {
    RunEvent stranger = new RunEvent.RunClaimed(1, NOON, new RunId("other"));

    assertThat(RunState.absent(ID).evolve(stranger).getLeft()).contains("other");
  }

  @Test
  void any_sequence_of_commands_folds_back_to_the_state_it_led_to_and_ends_once() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      RunState state = RunState.absent(ID);
      List<RunEvent> recorded = List.empty();
      int ends = 0;
      for (int step = 0; step < 30; step++) {
        RunCommand command = commands().get(random.nextInt(commands().size()));
        var decided = state.decide(command, 1 + step / 6, NOON.plusSeconds(step));
        if (decided.isRight()) {
          recorded = recorded.append(decided.get().event());
          state = decided.get().next();
          ends += state.outcome().isDefined() ? 1 : 0;
        }
      }
      assertThat(RunState.fold(ID, recorded).get()).as("seed " + seed).isEqualTo(state);
      assertThat(ends).as("seed " + seed).isLessThanOrEqualTo(1);
    }
  }

  private static List<RunCommand> commands() {
    return List.of(
        new Request(REQUEST),
        new Claim(),
        new Start(),
        new Abandon("died"),
        SUCCEED,
        new Fail(BROKEN),
        new Reject("silver", "no"));
  }

  private static RunState after(long epoch, RunCommand... commands) {
    return then(RunState.absent(ID), epoch, commands);
  }

  private static RunState then(RunState from, long epoch, RunCommand... commands) {
    RunState state = from;
    long second = 0;
    for (RunCommand command : commands) {
      second++;
      state = state.decide(command, epoch, NOON.plusSeconds(second)).get().next();
    }
    return state;
  }
}
