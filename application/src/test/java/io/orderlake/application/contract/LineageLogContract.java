package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.run.LineageLog;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link LineageLog} promises. */
public abstract class LineageLogContract {
  /** One log, to which {@link #told} looks. */
  protected abstract LineageLog log();

  /** What the keeper of lineage has been told so far, in order; waits until all of it is there. */
  protected abstract List<Told> told(int events);

  /**
   * One event.
   *
   * @param kind {@code START}, {@code COMPLETE} or {@code FAIL}
   * @param run names the run to the keeper
   * @param job which
   * @param at when
   * @param inputs the versions read, by table
   * @param outputs the versions made, by table
   * @param failure the message of one that failed
   */
  public record Told(
      String kind,
      String run,
      String job,
      Instant at,
      Map<String, Long> inputs,
      Map<String, Long> outputs,
      String failure) {}

  @Test
  void a_run_begins_and_ends_as_one_run() {
    log().started(running("a"));
    log().ended(Runs.succeeded("a"));

    List<Told> told = told(2);
    assertThat(told).extracting(Told::kind).containsExactly("START", "COMPLETE");
    assertThat(told).extracting(Told::run).containsOnly(told.get(0).run());
    assertThat(told).extracting(Told::job).containsOnly("silver");
    assertThat(told)
        .extracting(Told::at)
        .containsExactly(Runs.NOON, Runs.succeeded("a").finishedAt());
  }

  @Test
  void what_a_run_read_and_wrote_is_told_with_its_end() {
    log().ended(Runs.succeeded("a", Runs.lineage()));

    assertThat(told(1))
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.inputs()).isEqualTo(Map.of("bronze/orders", 12L));
              assertThat(end.outputs())
                  .isEqualTo(Map.of("silver/orders", 7L, "silver/quarantine", 6L));
            });
  }

  @Test
  void a_run_that_failed_ends_with_its_message() {
    log().ended(Runs.failed("a", RunFailure.Category.CORRUPTION));

    assertThat(told(1))
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.kind()).isEqualTo("FAIL");
              assertThat(end.failure()).isEqualTo("disk full\nfree some");
            });
  }

  @Test
  void runs_of_other_ids_are_other_runs() {
    log().ended(Runs.succeeded("a"));
    log().ended(Runs.succeeded("b"));

    assertThat(told(2)).extracting(Told::run).doesNotHaveDuplicates();
  }

  @Test
  void what_is_told_again_after_a_crash_is_the_same() {
    log().started(running("a"));
    log().ended(Runs.succeeded("a", Runs.lineage()));
    log().started(running("a"));
    log().ended(Runs.succeeded("a", Runs.lineage()));

    List<Told> told = told(4);
    assertThat(told.subList(2, 4)).isEqualTo(told.subList(0, 2));
  }

  @Test
  void a_run_that_was_never_begun_is_not_told() {
    log().ended(Runs.rejected("a"));
    log().ended(Runs.succeeded("b"));

    assertThat(told(1)).extracting(Told::kind).containsExactly("COMPLETE");
  }

  private static RunState.Running running(String id) {
    return new RunState.Running(Runs.request(id), 1, 3, Runs.NOON);
  }
}
