package io.orderlake.adapters.postgres;

import static io.orderlake.application.contract.Runs.NOON;

import io.orderlake.application.contract.OperationsSinkContract;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.OperationsSink;
import io.vavr.Tuple;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

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

  private <T> List<T> ask(String sql, Rows.Reader<T> reader) {
    try (Connection connection = database.open()) {
      return Rows.query(connection, sql, reader).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
