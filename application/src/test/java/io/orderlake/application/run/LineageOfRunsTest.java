package io.orderlake.application.run;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderlake.application.contract.LineageLogContract.Told;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lineage.OffsetRange;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.lineage.Versions;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What runs say they read and wrote, in their results and to the keeper of lineage. */
class LineageOfRunsTest {
  private static final RunId A = new RunId("a");
  private static final RunLineage OF_THE_SCRIPTED_JOB =
      new RunLineage(
          TreeMap.of(TableId.BRONZE_ORDERS, new Versions(-1, ScriptedJob.BRONZE_READ)),
          TreeMap.of(new TopicPartition("orders", 0), new OffsetRange(Option.none(), 100)),
          TreeMap.of(TableId.SILVER_ORDERS, new Versions(-1, 4)),
          TreeSet.of("1-9f86d081"));

  private final RunnerStage stage = new RunnerStage();

  @Test
  void a_result_says_what_was_read_and_written_and_so_does_the_journal() {
    stage.exchange.submit(request("a"));

    RunResult result = stage.serve("a").head();

    assertThat(lineage(result)).contains(OF_THE_SCRIPTED_JOB);
    assertThat(stage.journal.history(A).last()).isEqualTo(result.event());
  }

  @Test
  void a_run_that_published_nothing_has_no_lineage() {
    stage.silver.script =
        context -> Either.right(RunOutcome.of(RunReport.nothing(), stage.versions.latest()));
    stage.exchange.submit(request("a"));

    assertThat(lineage(stage.serve("a").head())).isEmpty();
  }

  @Test
  void a_run_succeeds_without_the_offsets_that_bronze_does_not_tell() {
    stage.silver.script =
        context ->
            stage
                .versions
                .publish(
                    stage
                        .versions
                        .latest()
                        .next(
                            context.runId(),
                            context.epoch(),
                            Runs.NOON,
                            TreeMap.of(TableId.SILVER_ORDERS, new TableState(0, 99)),
                            Runs.report()))
                .map(version -> RunOutcome.of(Runs.report(), version))
                .mapLeft(why -> new RunFailure(RunFailure.Category.INTERNAL, why));
    stage.exchange.submit(request("a"));

    RunResult result = stage.serve("a").head();

    assertThat(lineage(result).get().offsets()).isEmpty();
    assertThat(lineage(result).get().inputs())
        .isEqualTo(TreeMap.of(TableId.BRONZE_ORDERS, new Versions(-1, 99)));
    assertThat(stage.troubles)
        .containsExactly(
            "run a ends without its Kafka offsets: bronze/orders has no version 99 in memory");
  }

  @Test
  void the_keeper_of_lineage_is_told_the_beginning_and_the_end() {
    stage.exchange.submit(request("a"));
    stage.serve("a");
    stage.silver.script =
        context -> Either.left(new RunFailure(RunFailure.Category.RULE, "no such thing"));
    stage.exchange.submit(request("b"));
    stage.serve("b");

    assertThat(stage.lineage.told())
        .extracting(Told::kind, Told::run, Told::failure)
        .containsExactly(
            tuple("START", "a", ""),
            tuple("COMPLETE", "a", ""),
            tuple("START", "b", ""),
            tuple("FAIL", "b", "no such thing"));
  }

  @Test
  void the_end_of_a_run_whose_runner_died_over_it_is_told_by_the_next_one() {
    stage.leaderLock.tryTake(0);
    stage.leaderLock.killHolder();
    stage.exchange.plantClaimed(request("a"));
    stage.journalled(
        new RunEvent.RunRequested(1, Runs.NOON, request("a")),
        new RunEvent.RunClaimed(1, Runs.NOON, A),
        new RunEvent.RunStarted(1, Runs.NOON, A, 1));
    stage.silver.publish(new RunContext(A, 1, TreeMap.empty()));
    RunResult over =
        new RunResult(
            A,
            "silver",
            1,
            1,
            Runs.NOON,
            Runs.NOON,
            new RunResult.Succeeded(Runs.outcome().withLineage(Option.some(OF_THE_SCRIPTED_JOB))));
    stage.exchange.publish(over);
    stage.exchange.submit(request("b"));
    stage.serve("b");

    assertThat(stage.lineage.told().get(0).run()).isEqualTo("a");
    assertThat(stage.lineage.told().get(0).kind()).isEqualTo("COMPLETE");
    assertThat(stage.lineage.told().get(0).outputs()).isEqualTo(Map.of("silver/orders", 4L));
  }

  @Test
  void a_request_repeated_after_its_end_is_not_told_again() {
    stage.exchange.submit(request("a"));
    stage.serve("a");
    stage.exchange.submit(request("a"));
    stage.exchange.submit(request("b"));
    stage.serve("a", "b");

    assertThat(stage.lineage.told()).extracting(Told::run).containsExactly("a", "a", "b", "b");
  }

  private static Option<RunLineage> lineage(RunResult result) {
    return result.outcome().flatMap(RunOutcome::lineage);
  }
}
