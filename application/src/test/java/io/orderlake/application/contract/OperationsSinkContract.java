package io.orderlake.application.contract;

import static io.orderlake.application.contract.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.ServedLake;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.OperationsSink;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link OperationsSink} promises. */
public abstract class OperationsSinkContract {
  private static final Instant LONG_AGO = NOON.minusSeconds(1_000_000);

  /** Of the same sink, in which nothing was published at first. */
  protected abstract GoldSink gold();

  /** The same at every call, as another process would open it. */
  protected abstract OperationsSink operations();

  /** What people find of runs, each as {@code run id, job, state}. */
  protected abstract List<String> runs();

  protected abstract SortedMap<String, Long> reasons();

  private void publish() {
    ServedLake lake = new ServedLake("gold");
    lake.publish();
    assertThat(gold().publish(lake.publication()).version()).isEqualTo(1);
  }

  private static RunState running(String id) {
    return new RunState.Running(Runs.request(id, 0), 1, 1, NOON);
  }

  private static RunState ended(String id, Instant at) {
    return ended(
        id, at, new RunResult.Succeeded(RunOutcome.of(RunReport.nothing(), LakeVersion.empty())));
  }

  private static RunState ended(String id, Instant at, RunResult.Ending ending) {
    return new RunState.Ended(
        Option.some(Runs.request(id, 0)),
        new RunResult(new RunId(id), "silver", 1, 1, at.minusSeconds(1), at, ending));
  }

  @Test
  protected void before_a_lake_version_was_published_nothing_can_be_told() {
    assertThat(operations().told()).isEmpty();
  }

  @Test
  protected void runs_are_found_as_they_stand_and_how_far_was_told() {
    publish();
    assertThat(operations().told()).contains(0L);

    operations().tell(List.of(running("a-1"), ended("a-2", NOON)), 7, LONG_AGO);
    assertThat(runs()).containsExactlyInAnyOrder("a-1, silver, running", "a-2, silver, succeeded");
    assertThat(operations().told()).contains(7L);

    operations().tell(List.of(ended("a-1", NOON)), 9, LONG_AGO);
    operations().tell(List.of(ended("a-1", NOON)), 9, LONG_AGO);
    assertThat(runs())
        .containsExactlyInAnyOrder("a-1, silver, succeeded", "a-2, silver, succeeded");
    assertThat(operations().told()).contains(9L);
  }

  @Test
  protected void runs_that_failed_or_were_refused_say_so() {
    publish();
    RunFailure failure = new RunFailure(RunFailure.Category.CORRUPTION, "it's \"damaged\" 東京");
    operations()
        .tell(
            List.of(
                ended("f", NOON, new RunResult.Failed(failure)),
                ended("r", NOON, new RunResult.Rejected("no such job"))),
            1,
            LONG_AGO);

    assertThat(runs()).containsExactlyInAnyOrder("f, silver, failed", "r, silver, rejected");
  }

  @Test
  protected void runs_that_ended_long_ago_are_dropped() {
    publish();
    operations().tell(List.of(ended("old", NOON), running("open")), 3, LONG_AGO);
    operations().tell(List.of(ended("new", NOON.plusSeconds(60))), 4, NOON.plusSeconds(30));

    assertThat(runs()).containsExactlyInAnyOrder("open, silver, running", "new, silver, succeeded");
  }

  @Test
  protected void counts_of_the_quarantine_take_the_place_of_those_before() {
    publish();
    operations().tellQuarantine(1, TreeMap.of("text_blank", 3L, "price_too_fine", 1L));
    operations().tellQuarantine(1, TreeMap.of("text_blank", 4L, "unknown_version", 2L));

    assertThat(reasons()).isEqualTo(TreeMap.of("text_blank", 4L, "unknown_version", 2L));
  }
}
