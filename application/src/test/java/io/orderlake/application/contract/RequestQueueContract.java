package io.orderlake.application.contract;

import static io.orderlake.application.contract.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.RequestQueue.Waiting;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** What everybody keeps who shows what waits. */
public abstract class RequestQueueContract {
  /** The same exchange at every call of these three within one test. */
  protected abstract RequestQueue open();

  protected abstract RunRequests requests();

  protected abstract TriggerInbox inbox();

  /** Puts something that is no request among the requests. */
  protected abstract void plantMalformed();

  @Test
  void nothing_waits_before_anybody_has_asked() {
    assertThat(open().now()).isEqualTo(new Waiting(0, 0, Option.none()));
  }

  @Test
  void what_waits_and_what_was_claimed_are_counted_with_the_oldest_of_both() {
    requests().submit(Runs.request("late", 9));
    requests().submit(Runs.request("early", 1));
    assertThat(open().now()).isEqualTo(new Waiting(2, 0, Option.some(NOON.plusSeconds(1))));

    inbox().claim(new RunId("early"));
    assertThat(open().now()).isEqualTo(new Waiting(1, 1, Option.some(NOON.plusSeconds(1))));

    inbox().discard(new RunId("early"));
    assertThat(open().now()).isEqualTo(new Waiting(1, 0, Option.some(NOON.plusSeconds(9))));
  }

  @Test
  void what_is_no_request_waits_too_and_has_no_age() {
    plantMalformed();

    assertThat(open().now()).isEqualTo(new Waiting(1, 0, Option.none()));
  }
}
