package io.orderlake.adapters.postgres;

import static io.orderlake.application.contract.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.OperationsSinkContract;
import io.orderlake.application.fixture.ServedLake;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.OperationsSink;
import io.vavr.Tuple;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresOperationsTest extends OperationsSinkContract {
  private final PostgresAddress database = Databases.empty();
  private final PostgresGoldSink gold = new PostgresGoldSink(database, Duration.ofHours(1));
  private final PostgresOperations operations = new PostgresOperations(database, () -> NOON);

  @AfterEach
  void leave() {
    gold.close();
    operations.close();
  }

  @Override
  protected GoldSink gold() {
    return gold;
  }

  @Override
  protected OperationsSink operations() {
    return operations;
  }

  @Override
  protected List<String> runs() {
    return ask(
        "select concat_ws(', ', run_id, job, state) from lake.runs", row -> row.getString(1));
  }

  @Override
  protected SortedMap<String, Long> reasons() {
    return TreeMap.ofEntries(
        ask(
            "select reason, records from lake.quarantine_by_reason",
            row -> Tuple.of(row.getString(1), row.getLong(2))));
  }

  @Test
  void audits_that_came_to_a_verdict_are_a_table_of_their_own() {
    ServedLake lake = new ServedLake("gold");
    lake.publish();
    assertThat(gold.publish(lake.publication()).version()).isEqualTo(1);
    operations.tell(
        List.of(
            audit(
                "passed",
                new RunResult.Succeeded(RunOutcome.of(RunReport.nothing(), lake.newest()))),
            audit("found", failed(RunFailure.Category.CORRUPTION)),
            audit("broken-off", failed(RunFailure.Category.INFRASTRUCTURE))),
        1,
        NOON.minusSeconds(60));

    assertThat(
            ask(
                "select concat_ws(' ', run_id, is_passed, lake_version, failure) from lake.audits"
                    + " order by run_id desc",
                row -> row.getString(1)))
        .containsExactly("passed t 1", "found f it differs");
  }

  private static RunResult.Failed failed(RunFailure.Category category) {
    return new RunResult.Failed(new RunFailure(category, "it differs"));
  }

  private static RunState audit(String id, RunResult.Ending ending) {
    return new RunState.Ended(
        Option.none(), new RunResult(new RunId(id), "audit", 1, 1, NOON, NOON, ending));
  }

  private <T> List<T> ask(String sql, Rows.Reader<T> reader) {
    try (Connection connection = database.open()) {
      return Rows.query(connection, sql, reader).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
