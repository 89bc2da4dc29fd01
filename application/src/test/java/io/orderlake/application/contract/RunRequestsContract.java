package io.orderlake.application.contract;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every requester's side keeps. */
public abstract class RunRequestsContract {
  /** The same exchange at every call of these four within one test. */
  protected abstract RunRequests open();

  protected abstract TriggerInbox inbox();

  protected abstract ResultOutbox outbox();

  protected abstract LeaderLock leaderLock();

  @Test
  void asking_again_is_the_same_request() {
    open().submit(request("a"));
    open().submit(request("a"));

    assertThat(inbox().pending()).hasSize(1);
  }

  @Test
  void the_result_reaches_whoever_waits_for_it() throws InterruptedException {
    Thread runner = new Thread(() -> outbox().publish(Runs.succeeded("a")));
    runner.start();

    assertThat(open().awaitResult(new RunId("a"), Duration.ofMinutes(20)))
        .containsExactly(Runs.succeeded("a"));
    assertThat(open().result(new RunId("a"))).containsExactly(Runs.succeeded("a"));
    runner.join();
  }

  @Test
  void waiting_ends_without_a_result_when_the_time_is_over() {
    assertThat(open().awaitResult(new RunId("a"), Duration.ofMillis(1))).isEmpty();
  }

  @Test
  void only_what_still_waits_can_be_withdrawn() {
    assertThat(open().cancel(new RunId("a"))).isFalse();
    open().submit(request("a"));
    inbox().claim(new RunId("a"));

    assertThat(open().cancel(new RunId("a"))).isFalse();
    assertThat(inbox().claimed()).hasSize(1);
  }

  @Test
  void the_runner_s_sign_is_seen_until_it_stands_down() {
    assertThat(open().runner()).isEmpty();
    LeaderLock.Held held = leaderLock().tryTake(0).get();
    LeaderHeartbeat heartbeat =
        new LeaderHeartbeat(
            held.epoch(),
            "12@here",
            Runs.NOON,
            Runs.NOON.plusSeconds(9),
            Option.some(new RunId("a")));
    held.show(heartbeat);

    assertThat(open().runner()).containsExactly(heartbeat);
    assertThat(heartbeat.isFresh(Runs.NOON.plusSeconds(18))).isTrue();
    assertThat(heartbeat.isFresh(Runs.NOON.plusSeconds(20))).isFalse();

    held.close();
    assertThat(open().runner()).isEmpty();
  }
}
