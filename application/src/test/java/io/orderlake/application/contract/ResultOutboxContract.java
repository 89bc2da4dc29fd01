package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunResult;
import org.junit.jupiter.api.Test;

/** What every outbox keeps. */
public abstract class ResultOutboxContract {
  /** The same outbox at every call within one test. */
  protected abstract ResultOutbox open();

  @Test
  void a_run_that_has_not_ended_has_no_result() {
    assertThat(open().find(new RunId("a"))).isEmpty();
  }

  @Test
  void every_kind_of_result_is_read_back_as_it_was_published() {
    for (RunResult result :
        new RunResult[] {Runs.succeeded("a"), Runs.failed("b"), Runs.rejected("c")}) {
      assertThat(open().publish(result)).isEqualTo(result);
      assertThat(open().find(result.runId())).containsExactly(result);
    }
  }

  @Test
  void the_first_result_of_a_run_stays() {
    open().publish(Runs.failed("a"));

    assertThat(open().publish(Runs.succeeded("a"))).isEqualTo(Runs.failed("a"));
    assertThat(open().find(new RunId("a"))).containsExactly(Runs.failed("a"));
  }

  @Test
  void the_longest_id_has_a_result_too() {
    String longest = "x".repeat(200);
    open().publish(Runs.succeeded(longest));

    assertThat(open().find(new RunId(longest))).containsExactly(Runs.succeeded(longest));
  }
}
