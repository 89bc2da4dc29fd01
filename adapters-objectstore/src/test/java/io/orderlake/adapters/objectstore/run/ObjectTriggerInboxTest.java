package io.orderlake.adapters.objectstore.run;

import static io.orderlake.application.contract.Runs.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.application.contract.TriggerInboxContract;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.Trigger;
import io.orderlake.domain.run.TriggerInbox;
import io.orderlake.protocol.run.Decision;
import io.orderlake.protocol.run.RequestJson;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectTriggerInboxTest extends TriggerInboxContract {
  private static final RunId A = new RunId("a");
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Override
  protected TriggerInbox open() {
    return new ObjectTriggerInbox(S3.place(), Duration.ofMillis(10), () -> 7);
  }

  @Override
  protected RunRequests requester() {
    return new ObjectRunRequests(S3.place(), Duration.ofMillis(10));
  }

  @Override
  protected void plantMalformed(String file) {
    plant(file, "{\"protocol\":1,".getBytes(UTF_8));
  }

  @Override
  protected Seq<String> rejectedReasons() {
    ControlPlace rejected = S3.place().below("triggers/rejected");
    List<String> names = rejected.list("").map(StoredObject::name);
    return names
        .filter(name -> name.endsWith(".reason.txt"))
        .peek(name -> assertThat(names).contains(name.replace(".reason.txt", "")))
        .map(name -> new String(rejected.get(name).get(), UTF_8).strip());
  }

  @Test
  void what_is_no_request_is_refused_with_the_reason() {
    plant("a.json", " ".repeat(64 * 1024 + 1).getBytes(UTF_8));
    assertThat(rejectFirst()).contains("65536 bytes");
    plant("a b.json", RequestJson.write(request("a")));
    assertThat(rejectFirst()).contains("not a run id");
    plant("a.txt", RequestJson.write(request("a")));
    assertThat(rejectFirst()).contains(".json");
    plant("b.json", RequestJson.write(request("a")));
    assertThat(rejectFirst()).contains("'a'").contains("'b'");
    plant("x".repeat(240) + ".json", "{}".getBytes(UTF_8));
    assertThat(rejectFirst()).contains("not a run id");
  }

  @Test
  void a_damaged_claim_is_found_as_such() {
    requester().submit(request("a"));
    open().claim(A);
    S3.place().put("triggers/claimed/a.json", new byte[0]);

    Trigger found = open().claimed().single();
    assertThat(((Trigger.Malformed) found).reason()).contains("empty");
    open().reject((Trigger.Malformed) found);
    assertThat(open().claimed()).isEmpty();
  }

  @Test
  void a_damaged_decision_stops_nobody_and_is_named() {
    requester().submit(request("a"));
    S3.place().put("triggers/decided/a.json", "{}".getBytes(UTF_8));

    Trigger found = open().claim(A).get();
    assertThat(((Trigger.Malformed) found).reason())
        .contains(S3.place().shown("triggers/decided/a.json"));
    open().reject((Trigger.Malformed) found);
    assertThat(open().pending()).isEmpty();
  }

  @Test
  void who_asks_again_under_an_id_that_was_withdrawn_is_told_so() {
    requester().submit(request("a"));
    assertThat(requester().cancel(A)).isTrue();
    requester().submit(request("a"));

    Trigger found = open().claim(A).get();
    assertThat(((Trigger.Malformed) found).reason()).contains("withdrawn").contains("another");
    assertThat(((Trigger.Malformed) found).runId()).contains(A);
    assertThat(open().claimed()).isEmpty();
    assertThat(requester().cancel(A)).as("it never runs").isTrue();
  }

  @Test
  void what_was_claimed_stays_claimed_whoever_asks_and_withdraws_again() {
    requester().submit(request("a"));
    open().claim(A);
    open().discard(A);
    requester().submit(request("a", 9));

    assertThat(requester().cancel(A)).isFalse();
    Trigger again = open().claim(A).get();
    assertThat(((Trigger.WellFormed) again).request()).isEqualTo(request("a"));
    assertThat(open().pending()).isEmpty();
  }

  @Test
  void a_runner_that_died_after_deciding_has_lost_nothing() {
    requester().submit(request("a"));
    Exchange.of(S3.place()).decide(A, new Decision.Claimed(3, request("a")));

    assertThat(requester().cancel(A)).isFalse();
    assertThat(open().claimed()).isEmpty();
    assertThat(open().pending()).hasSize(1);
    assertThat(open().claim(A)).isNotEmpty();
    assertThat(open().claimed()).hasSize(1);
  }

  @Test
  void claim_and_withdrawal_that_race_agree_each_time() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      int withdrawals = 0;
      for (int round = 0; round < 100; round++) {
        RunId id = new RunId("race-" + round);
        requester().submit(request(id.value()));
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Option<Trigger>> claim =
            both.submit(
                () -> {
                  start.await();
                  return open().claim(id);
                });
        Future<Boolean> withdrawal =
            both.submit(
                () -> {
                  start.await();
                  return requester().cancel(id);
                });
        boolean claimed = claim.get().isDefined();
        assertThat(withdrawal.get()).as("round %d", round).isNotEqualTo(claimed);
        assertThat(Exchange.of(S3.place()).decision(id).get() instanceof Decision.Claimed)
            .as("round %d", round)
            .isEqualTo(claimed);
        withdrawals += claimed ? 0 : 1;
      }
      assertThat(open().pending()).isEmpty();
      assertThat(open().claimed()).hasSize(100 - withdrawals);
    } finally {
      both.shutdownNow();
    }
  }

  private static void plant(String name, byte[] content) {
    S3.place().put("triggers/pending/" + name, content);
  }

  private String rejectFirst() {
    TriggerInbox inbox = open();
    Trigger.Malformed malformed = (Trigger.Malformed) inbox.pending().single();
    inbox.reject(malformed);
    assertThat(inbox.pending()).isEmpty();
    assertThat(rejectedReasons()).contains(malformed.reason());
    return malformed.reason();
  }
}
