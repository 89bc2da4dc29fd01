package io.orderlake.application.contract;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.Trigger;
import io.orderlake.domain.run.TriggerInbox;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every inbox keeps, whoever fills it. */
public abstract class TriggerInboxContract {
  private TriggerInbox inbox;
  private RunRequests requester;

  /** The same inbox at every call within one test. */
  protected abstract TriggerInbox open();

  /** Somebody who asks it. */
  protected abstract RunRequests requester();

  /** Puts something under that file name that is no request. */
  protected abstract void plantMalformed(String file);

  /** The reasons that lie beside what was rejected. */
  protected abstract Seq<String> rejectedReasons();

  @BeforeEach
  void openBoth() {
    inbox = open();
    requester = requester();
  }

  @Test
  void a_request_arrives_as_it_was_made() {
    requester.submit(request("a"));

    assertThat(requests(inbox.pending())).containsExactly(request("a"));
    assertThat(inbox.claimed()).isEmpty();
  }

  @Test
  void requests_wait_in_the_order_they_were_asked_for_and_then_by_id() {
    requester.submit(request("a", 9));
    requester.submit(request("c", 1));
    requester.submit(request("b", 1));

    assertThat(requests(inbox.pending()))
        .extracting(r -> r.runId().value())
        .containsExactly("b", "c", "a");
  }

  @Test
  void what_was_claimed_no_longer_waits_and_is_still_known_after_a_restart() {
    requester.submit(request("a"));
    requester.submit(request("b"));

    assertThat(requests(inbox.claim(new RunId("a")).toList())).containsExactly(request("a"));

    TriggerInbox restarted = open();
    assertThat(requests(restarted.pending())).containsExactly(request("b"));
    assertThat(requests(restarted.claimed())).containsExactly(request("a"));
  }

  @Test
  void what_was_withdrawn_cannot_be_claimed() {
    requester.submit(request("a"));
    inbox.pending();
    assertThat(requester.cancel(new RunId("a"))).isTrue();

    assertThat(inbox.claim(new RunId("a"))).isEmpty();
    assertThat(inbox.claimed()).isEmpty();
  }

  @Test
  void discarding_lets_go_of_the_claimed_request_alone() {
    requester.submit(request("a"));
    inbox.claim(new RunId("a"));
    requester.submit(request("a"));

    inbox.discard(new RunId("a"));
    inbox.discard(new RunId("a"));

    assertThat(inbox.claimed()).isEmpty();
    assertThat(requests(inbox.pending())).containsExactly(request("a"));
  }

  @Test
  void what_is_no_request_comes_first_with_its_reason_and_is_moved_away_on_demand() {
    requester.submit(request("a"));
    plantMalformed("zebra.json");

    Trigger first = inbox.pending().head();
    assertThat(first).isInstanceOf(Trigger.Malformed.class);
    Trigger.Malformed malformed = (Trigger.Malformed) first;
    assertThat(malformed.file()).isEqualTo("zebra.json");
    assertThat(malformed.runId()).containsExactly(new RunId("zebra"));

    inbox.reject(malformed);
    assertThat(requests(inbox.pending())).containsExactly(request("a"));
    assertThat(rejectedReasons()).containsExactly(malformed.reason());
  }

  @Test
  void a_second_malformed_file_of_one_name_does_not_push_the_first_out() {
    for (int i = 0; i < 2; i++) {
      plantMalformed("zebra.json");
      inbox.reject((Trigger.Malformed) inbox.pending().head());
    }

    assertThat(rejectedReasons()).hasSize(2);
  }

  @Test
  void a_claimed_request_can_be_rejected_with_a_reason() {
    requester.submit(request("a"));
    inbox.claim(new RunId("a"));

    inbox.reject(new RunId("a"), "no such job");

    assertThat(inbox.claimed()).isEmpty();
    assertThat(rejectedReasons()).containsExactly("no such job");
  }

  @Test
  void waiting_ends_when_a_request_arrives() throws InterruptedException {
    Thread later = new Thread(() -> requester.submit(request("a")));
    later.start();
    while (inbox.pending().isEmpty()) {
      inbox.await(Duration.ofMinutes(20));
    }
    later.join();

    assertThat(requests(inbox.pending())).containsExactly(request("a"));
  }

  @Test
  void waiting_ends_when_woken_even_if_woken_before() {
    inbox.wakeUp();

    assertThatCode(() -> inbox.await(Duration.ofDays(1))).doesNotThrowAnyException();
    assertThat(Thread.currentThread().isInterrupted()).as("ended by the wake-up").isFalse();
  }

  @Test
  void a_request_is_either_withdrawn_or_claimed_however_the_two_race() throws InterruptedException {
    for (int round = 0; round < 50; round++) {
      RunId id = new RunId("race-" + round);
      requester.submit(request(id.value()));
      CountDownLatch go = new CountDownLatch(1);
      List<Boolean> claimed = new ArrayList<>();
      Thread runner =
          new Thread(
              () -> {
                awaitQuietly(go);
                claimed.add(inbox.claim(id).isDefined());
              });
      runner.start();
      go.countDown();
      boolean withdrawn = requester.cancel(id);
      runner.join();

      assertThat(withdrawn).as("round " + round).isNotEqualTo(claimed.get(0));
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Seq<RunRequest> requests(Seq<Trigger> triggers) {
    return triggers.map(
        t ->
            t.fold(
                request -> request,
                malformed -> {
                  throw new AssertionError(malformed.toString());
                }));
  }
}
