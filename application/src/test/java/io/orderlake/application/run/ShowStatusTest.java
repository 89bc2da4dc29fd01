package io.orderlake.application.run;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunFailure.Category;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShowStatusTest {
  private static final Instant AT = RunnerStage.at();
  private static final TableId CITY_HOUR = TableId.gold("revenue_by_city_hour");
  private final RunnerStage stage = new RunnerStage();
  private Option<BronzeState> bronze = Option.none();
  private final ShowStatus show =
      new ShowStatus(
          new StandingBronze(() -> bronze),
          stage.versions,
          stage.journal,
          stage.exchange,
          List.of(CITY_HOUR),
          stage.clock);

  @Test
  void an_empty_lake_has_nothing_to_catch_up_with() {
    LakeStatus status = show.now(10);

    assertThat(status.runnerIsActive()).isFalse();
    assertThat(status.lake().isEmpty()).isTrue();
    assertThat(status.runs()).isEmpty();
    assertThat(status.projections().map(LakeStatus.Projection::behind)).containsExactly(0L, 0L, 0L);
  }

  @Test
  void each_projection_says_how_far_it_is_behind_the_table_before_it() {
    bronze = Option.some(new BronzeState(new TableState(12, 12), TreeMap.empty()));
    stage.exchange.submit(request("a"));
    stage.serve("a");

    LakeStatus status = show.now(10);
    assertThat(status.projections())
        .containsExactly(
            new LakeStatus.Projection(TableId.SILVER_ORDERS, 9, 12),
            new LakeStatus.Projection(TableId.QUARANTINE, -1, 12),
            new LakeStatus.Projection(CITY_HOUR, -1, 4));
    assertThat(status.projections().map(LakeStatus.Projection::behind))
        .containsExactly(3L, 13L, 5L);
  }

  @Test
  void the_newest_runs_come_first_each_folded_from_its_whole_history() {
    for (int i = 0; i < 5; i++) {
      stage.exchange.submit(request("run-" + i));
      stage.serve("run-" + i);
    }

    assertThat(show.now(3).runs())
        .extracting(RunState::runId)
        .containsExactly(new RunId("run-4"), new RunId("run-3"), new RunId("run-2"));
    assertThat(show.now(3).runs()).hasSize(3).allMatch(run -> run.outcome().get().succeeded());
  }

  @Test
  void a_job_that_failed_is_shown_with_its_reason_until_it_succeeds() {
    stage.journalled(
        new RunEvent.RunRequested(1, AT, request("s-1")),
        new RunEvent.RunFailed(1, AT, new RunId("s-1"), failure(Category.INFRASTRUCTURE, "away")),
        new RunEvent.RunRequested(1, AT, request("s-2")),
        new RunEvent.RunFailed(
            1, AT.plusSeconds(9), new RunId("s-2"), failure(Category.CORRUPTION, "damaged")));

    LakeStatus status = show.now(10);
    assertThat(status.failing())
        .containsExactly(
            new LakeStatus.Failing(
                request("s-1").job(),
                new RunId("s-2"),
                AT,
                AT.plusSeconds(9),
                2,
                failure(Category.CORRUPTION, "damaged")));
    assertThat(status.worst().map(RunFailure::exitCode)).contains(74);

    stage.journalled(
        new RunEvent.RunRequested(1, AT, request("s-3")),
        new RunEvent.RunSucceeded(
            1, AT, new RunId("s-3"), RunOutcome.of(RunReport.nothing(), LakeVersion.empty())));
    assertThat(show.now(10).failing()).isEmpty();
    assertThat(show.now(10).worst()).isEmpty();
  }

  @Test
  void a_failure_that_stays_is_worse_than_one_that_may_pass_and_a_wrong_request_is_neither() {
    stage.journalled(
        new RunEvent.RunRequested(1, AT, request("a")),
        new RunEvent.RunFailed(1, AT, new RunId("a"), failure(Category.REQUEST, "no such param")));
    assertThat(show.now(10).failing()).isEmpty();

    stage.journalled(
        new RunEvent.RunRequested(1, AT, of(JobName.GOLD, "g")),
        new RunEvent.RunFailed(1, AT, new RunId("g"), failure(Category.INFRASTRUCTURE, "away")),
        new RunEvent.RunRequested(1, AT, of(JobName.COMPACT, "c")),
        new RunEvent.RunFailed(1, AT, new RunId("c"), failure(Category.INTERNAL, "defect")));
    LakeStatus status = show.now(10);
    assertThat(status.failing().map(LakeStatus.Failing::job)).containsExactly("gold", "compact");
    assertThat(status.worst().map(RunFailure::exitCode)).contains(70);
  }

  private static RunRequest of(JobName job, String id) {
    return new RunRequest(new RunId(id), job.word(), "a test", AT, TreeMap.empty());
  }

  private static RunFailure failure(Category category, String message) {
    return new RunFailure(category, message);
  }
}
