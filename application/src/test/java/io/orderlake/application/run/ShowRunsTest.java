package io.orderlake.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.application.metrics.MetricsStage;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShowRunsTest {
  private final MetricsStage lake = new MetricsStage();
  private final ShowRuns runs =
      new ShowRuns(lake.journal, lake.exchange, lake.exchange, lake.clock);

  @BeforeEach
  void drive() {
    lake.takeOver();
    lake.succeed(lake.begin(JobName.AUDIT, "first"));
    RunId second = lake.begin(JobName.COMPACT, "second");
    lake.begin(JobName.VACUUM, "third");
    lake.fail(second, RunFailure.Category.INFRASTRUCTURE);
    lake.exchange.submit(Runs.request("fourth", 60));
  }

  @Test
  void the_newest_come_first_by_what_happened_last() {
    ShowRuns.Newest newest = runs.newest(2);

    assertThat(newest.runs().map(run -> run.runId().value())).containsExactly("second", "third");
    assertThat(newest.runs().get(0)).isInstanceOf(RunState.Ended.class);
    assertThat(newest.runs().get(1)).isInstanceOf(RunState.Running.class);
    assertThat(newest.waiting().pending()).isEqualTo(1);
    assertThat(newest.at()).isEqualTo(lake.clock.instant());
  }

  @Test
  void one_run_is_told_with_all_that_happened_to_it() {
    ShowRuns.Told told = runs.run(new RunId("second")).get();

    assertThat(told.events()).hasSize(4).last().isInstanceOf(RunEvent.RunFailed.class);
    assertThat(told.state().outcome().get().failure()).isNotEmpty();
  }

  @Test
  void a_run_that_the_journal_has_no_more_is_told_by_its_result() {
    lake.exchange.publish(Runs.succeeded("long-ago"));

    ShowRuns.Told told = runs.run(new RunId("long-ago")).get();

    assertThat(told.events()).isEmpty();
    assertThat(told.state().outcome()).contains(Runs.succeeded("long-ago"));
  }

  @Test
  void nobody_has_heard_of_others() {
    assertThat(runs.run(new RunId("never"))).isEmpty();
    assertThat(runs.run(new RunId("fourth"))).isEmpty();
  }
}
