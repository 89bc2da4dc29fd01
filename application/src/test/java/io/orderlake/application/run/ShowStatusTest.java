package io.orderlake.application.run;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunId;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class ShowStatusTest {
  private static final TableId CITY_HOUR = TableId.gold("revenue_by_city_hour");
  private final RunnerStage stage = new RunnerStage();
  private Option<BronzeState> bronze = Option.none();
  private final ShowStatus show =
      new ShowStatus(
          () -> bronze,
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
}
