package io.orderlake.application.run;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What results and the journal say of how long records had waited that Gold counts since. */
class GoldDelaysOfRunsTest {
  private static final RunId A = new RunId("a");

  /** One record, which was stamped three seconds before the lake version was published. */
  private static final GoldDelays THREE_SECONDS = new GoldDelays(TreeMap.of(3_000L, 1L), 0, 3_000);

  private final RunnerStage stage = new RunnerStage();
  private final long stored =
      stage.bronze.append(
          10,
          List.of(
              new BronzeRecord(
                  new BronzeOrder(10, new SourcePosition("orders", 0, 100)),
                  Runs.NOON.minusSeconds(3),
                  TimestampType.CREATE_TIME,
                  new BronzeRecord.Content(null, null, List.of()))));

  @Test
  void a_run_that_has_gold_count_records_says_how_long_they_had_waited() {
    stage.silver.script = context -> publish(context, stored);
    stage.exchange.submit(request("a"));
    RunResult result = stage.serve("a").head();

    assertThat(delays(result)).contains(THREE_SECONDS);
    assertThat(stage.journal.history(A).last()).isEqualTo(result.event());
  }

  @Test
  void a_run_that_has_gold_count_nothing_says_nothing() {
    stage.exchange.submit(request("a"));

    assertThat(delays(stage.serve("a").head())).isEmpty();
  }

  @Test
  void it_is_the_same_when_a_runner_died_between_publishing_and_telling() {
    stage.leaderLock.tryTake(0);
    stage.leaderLock.killHolder();
    stage.exchange.plantClaimed(request("a"));
    stage.journalled(
        new RunEvent.RunRequested(1, Runs.NOON, request("a")),
        new RunEvent.RunClaimed(1, Runs.NOON, A),
        new RunEvent.RunStarted(1, Runs.NOON, A, 1));
    assertThat(publish(new RunContext(A, 1, TreeMap.empty()), stored).isRight()).isTrue();

    assertThat(delays(stage.serve("a").head())).contains(THREE_SECONDS);
    assertThat(stage.silver.runs).isEmpty();
  }

  @Test
  void a_run_succeeds_without_the_timestamps_that_bronze_does_not_tell() {
    stage.silver.script = context -> publish(context, 99);
    stage.exchange.submit(request("a"));
    RunResult result = stage.serve("a").head();

    assertThat(result.succeeded()).isTrue();
    assertThat(delays(result)).isEmpty();
    assertThat(stage.troubles)
        .contains(
            "run a ends without its delays of the records that Gold counts since: bronze/orders has"
                + " no version 99 in memory");
  }

  /** Silver reads Bronze up to a version, and Gold all of Silver. */
  private Either<RunFailure, RunOutcome> publish(RunContext context, long bronzeVersion) {
    return stage
        .versions
        .publish(
            stage
                .versions
                .latest()
                .next(
                    context.runId(),
                    context.epoch(),
                    Runs.NOON,
                    TreeMap.of(
                        TableId.SILVER_ORDERS,
                        new TableState(0, bronzeVersion),
                        TableId.gold("cities"),
                        new TableState(0, 0)),
                    Runs.report()))
        .map(version -> RunOutcome.of(Runs.report(), version))
        .mapLeft(why -> new RunFailure(RunFailure.Category.INTERNAL, why));
  }

  private static Option<GoldDelays> delays(RunResult result) {
    return result.outcome().flatMap(RunOutcome::goldDelays);
  }
}
