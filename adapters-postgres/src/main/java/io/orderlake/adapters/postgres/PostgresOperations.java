package io.orderlake.adapters.postgres;

import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.orderlake.domain.serve.OperationsSink;
import io.orderlake.protocol.run.FailureJson;
import io.orderlake.protocol.run.StateNames;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Runs and the quarantine in the schema {@code lake}. */
public final class PostgresOperations implements OperationsSink, AutoCloseable {
  private static final String UPSERT =
      "insert into lake.runs values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict"
          + " (run_id) do update set job = excluded.job, state = excluded.state, requested_by ="
          + " excluded.requested_by, requested_at = excluded.requested_at, started_at ="
          + " excluded.started_at, ended_at = excluded.ended_at, attempt = excluded.attempt,"
          + " lake_version = excluded.lake_version, records = excluded.records, refined ="
          + " excluded.refined, quarantined = excluded.quarantined, duplicates ="
          + " excluded.duplicates, failure_category = excluded.failure_category, failure ="
          + " excluded.failure, told_at = excluded.told_at";

  private final Session session;
  private final InstantSource clock;

  public PostgresOperations(PostgresAddress address, InstantSource clock) {
    this.session = new Session(address);
    this.clock = clock;
  }

  @Override
  public Option<Long> told() {
    return session.transact(
        "asking what is told of runs",
        connection ->
            SinkLayout.isThere(connection)
                ? Rows.first(
                    connection, "select runs_told from orderlake.sink", row -> row.getLong(1))
                : Option.<Long>none());
  }

  @Override
  public void tell(Seq<RunState> runs, long upTo, Instant since) {
    long unused =
        session.transact(
            "telling of runs",
            connection -> {
              upsert(connection, runs);
              Rows.change(connection, "delete from lake.runs where ended_at < ?", since);
              return Rows.change(connection, "update orderlake.sink set runs_told = ?", upTo);
            });
  }

  private void upsert(Connection connection, Seq<RunState> runs) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      for (RunState run : runs) {
        Rows.set(statement, values(run));
        statement.addBatch();
      }
      int[] unused = statement.executeBatch();
    }
  }

  private @Nullable Object[] values(RunState run) {
    Option<RunRequest> asked = run.asked();
    Option<RunResult> result = run.outcome();
    Option<Conservation> counts =
        result.flatMap(RunResult::outcome).map(outcome -> outcome.report().conservation());
    return new @Nullable Object[] {
      run.runId().value(),
      SqlText.held(
          asked.map(RunRequest::job).getOrElse(() -> result.map(RunResult::job).getOrElse(""))),
      StateNames.of(run),
      asked.map(RunRequest::requestedBy).map(SqlText::held).getOrNull(),
      asked.map(RunRequest::requestedAt).getOrNull(),
      started(run).getOrNull(),
      result.map(RunResult::finishedAt).getOrNull(),
      result.map(RunResult::attempt).getOrElse(run instanceof RunState.Running r ? r.attempt() : 0),
      result.flatMap(RunResult::outcome).map(outcome -> outcome.lakeVersion()).getOrNull(),
      counts.map(Conservation::read).getOrNull(),
      counts.map(Conservation::refined).getOrNull(),
      counts.map(Conservation::quarantined).getOrNull(),
      counts.map(Conservation::duplicates).getOrNull(),
      result.flatMap(RunResult::failure).map(f -> FailureJson.name(f.category())).getOrNull(),
      result.flatMap(RunResult::failure).map(f -> SqlText.held(f.message())).getOrNull(),
      clock.instant()
    };
  }

  private static Option<Instant> started(RunState run) {
    return run instanceof RunState.Running running
        ? Option.some(running.startedAt())
        : run.outcome().filter(result -> result.attempt() > 0).map(RunResult::startedAt);
  }

  @Override
  public void tellQuarantine(long lakeVersion, SortedMap<String, Long> byReason) {
    long unused =
        session.transact(
            "telling of the quarantine",
            connection -> {
              long before = Rows.change(connection, "delete from lake.quarantine_by_reason");
              return before
                  + Rows.change(
                      connection,
                      "insert into lake.quarantine_by_reason select r, n, ? from unnest(?, ?) as u"
                          + " (r, n)",
                      lakeVersion,
                      byReason.keySet().toJavaArray(String[]::new),
                      byReason.values().toJavaArray(Long[]::new));
            });
  }

  /** Leaves PostgreSQL; what is told after that connects again. */
  @Override
  public void close() {
    session.close();
  }
}
