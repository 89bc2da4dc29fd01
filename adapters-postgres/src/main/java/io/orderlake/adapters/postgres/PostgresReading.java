package io.orderlake.adapters.postgres;

import static io.orderlake.adapters.postgres.SqlText.name;

import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.Served;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What PostgreSQL serves at one version: a transaction that sees no later one. */
final class PostgresReading implements GoldSink.Reading {
  private static final int ROWS_AT_ONCE = 5_000;

  private final PostgresAddress address;
  private final Connection connection;
  private final Served served;

  private PostgresReading(PostgresAddress address, Connection connection, Served served) {
    this.address = address;
    this.connection = connection;
    this.served = served;
  }

  static Option<PostgresReading> open(PostgresAddress address) {
    try {
      Connection connection = Session.begun(address);
      try {
        Rows.run(connection, "set transaction isolation level repeatable read, read only");
        if (SinkLayout.isThere(connection)) {
          SinkLayout.requireKnown(connection, address);
          Option<Served> served = PostgresGoldSink.served(connection);
          if (served.isDefined()) {
            return Option.some(new PostgresReading(address, connection, served.get()));
          }
        }
        connection.close();
        return Option.none();
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw PostgresFailures.of("reading what is served", address, e);
    }
  }

  @Override
  public Served served() {
    return served;
  }

  private <T> T attempt(String table, Session.Work<T> work) {
    try {
      return work.in(connection);
    } catch (SQLException e) {
      throw PostgresFailures.of("reading gold." + table, address, e);
    }
  }

  @Override
  public SortedSet<String> tables() {
    return attempt(
        "*",
        c ->
            TreeSet.ofAll(
                Rows.query(
                    c, "select name from lake.tables where is_declared", row -> row.getString(1))));
  }

  @Override
  public GoldCell shown(GoldCell cell) {
    GoldKey key = cell.key();
    return new GoldCell(
        new GoldKey(
            SqlText.held(key.partition()),
            key.texts().stream().map(SqlText::held).toList(),
            key.time()),
        cell.figures());
  }

  @Override
  public SortedSet<String> partitions(GoldProjection projection) {
    String sql =
        "select distinct %s from gold.%s"
            .formatted(name(projection.partitionColumn()), name(projection.table()));
    return attempt(
        projection.table(), c -> TreeSet.ofAll(Rows.query(c, sql, row -> row.getString(1))));
  }

  @Override
  public void forEach(GoldProjection projection, String partition, Consumer<GoldCell> consumer) {
    String sql =
        "select * from gold.%s where %s = ?"
            .formatted(name(projection.table()), name(projection.partitionColumn()));
    int unused =
        attempt(
            projection.table(),
            c -> {
              try (PreparedStatement statement = c.prepareStatement(sql)) {
                statement.setString(1, partition);
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet row = statement.executeQuery()) {
                  while (row.next()) {
                    consumer.accept(cell(projection, row));
                  }
                }
                return 0;
              }
            });
  }

  private static GoldCell cell(GoldProjection projection, ResultSet row) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (String column : projection.textColumns()) {
      texts.add(row.getString(column));
    }
    String time = projection.time().name();
    Comparable<?> start =
        switch (projection.time().kind()) {
          case INSTANT -> Rows.instant(row, time);
          case DATE -> row.getObject(time, LocalDate.class);
        };
    try {
      return new GoldCell(
          new GoldKey(row.getString(projection.partitionColumn()), List.copyOf(texts), start),
          projection
              .measures()
              .stored(
                  money -> Amount.of(read(() -> row.getBigDecimal(money.column()))),
                  number -> read(() -> row.getLong(number.column()))));
    } catch (Unread e) {
      throw e.why;
    }
  }

  private interface Value<T> {
    T read() throws SQLException;
  }

  private static <T> T read(Value<T> value) {
    try {
      return value.read();
    } catch (SQLException e) {
      throw new Unread(e);
    }
  }

  /** Carries a failure out of a function that may throw none. */
  private static final class Unread extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final SQLException why;

    Unread(SQLException why) {
      super(why);
      this.why = why;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw PostgresFailures.of("leaving", address, e);
    }
  }
}
