package io.orderlake.adapters.postgres;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.LakeOrigin;
import io.orderlake.domain.serve.Publication;
import io.orderlake.domain.serve.Served;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Gold in a database of PostgreSQL. All of a publication is one transaction, and one publication is
 * made at a time: whoever holds the advisory lock sees what the one before has left.
 */
public final class PostgresGoldSink implements GoldSink, AutoCloseable {
  /** Of Orderlake in this database, whatever else is locked there. */
  private static final long LOCK = 0x6f72_6465_726c_616bL;

  private static final Duration ROWS_KEPT = Duration.ofDays(30);

  private final PostgresAddress address;
  private final Duration history;
  private final Session session;
  private final KnownCells known = new KnownCells();

  /**
   * In that database.
   *
   * @param history for how long a version can be read after another one has taken its place; 0 for
   *     not at all
   */
  public PostgresGoldSink(PostgresAddress address, Duration history) {
    this.address = address;
    this.history = history;
    this.session = new Session(address);
  }

  @Override
  public Option<Served> served() {
    return session.transact(
        "asking what is served",
        connection -> SinkLayout.isThere(connection) ? served(connection) : Option.<Served>none());
  }

  static Option<Served> served(Connection connection) throws SQLException {
    return Rows.first(
        connection,
        "select origin_run, origin_at, lake_version, published_by, published_at, served_at"
            + " from orderlake.sink join lake.versions using (lake_version)",
        row ->
            new Served(
                new LakeOrigin(new RunId(row.getString(1)), Rows.instant(row, "origin_at")),
                row.getLong("lake_version"),
                new RunId(row.getString("published_by")),
                Rows.instant(row, "published_at"),
                Rows.instant(row, "served_at")));
  }

  @Override
  public Served publish(Publication publication) {
    return session.transact(
        "serving lake version " + publication.lake().number(),
        connection -> publish(connection, publication));
  }

  private Served publish(Connection connection, Publication publication) throws SQLException {
    lock(connection);
    Option<Served> before = readied(connection);
    if (before.isDefined()) {
      requireSame(before.get(), publication.origin());
      if (before.get().version() >= publication.lake().number()) {
        return before.get();
      }
    }
    Rows.change(connection, "update lake.tables set is_declared = false where is_declared");
    for (var content : publication.tables()) {
      new TablePublication(
              connection, content, publication.lake().number(), !history.isZero(), known)
          .run();
    }
    note(connection, publication);
    prune(connection, publication);
    return publication.served();
  }

  /** Until the end of the transaction; for as long as somebody who publishes may take. */
  private static void lock(Connection connection) throws SQLException {
    Rows.run(connection, "set local lock_timeout = '10min'");
    Rows.query(connection, "select pg_advisory_xact_lock(?)", row -> LOCK, LOCK);
  }

  /** What is served, once there is a place for it. */
  private Option<Served> readied(Connection connection) throws SQLException {
    if (!SinkLayout.isThere(connection)) {
      SinkLayout.make(connection, address);
    }
    SinkLayout.requireKnown(connection, address);
    return served(connection);
  }

  private void requireSame(Served before, LakeOrigin origin) {
    if (!before.origin().equals(origin)) {
      throw LakeFailure.because(
          FailureCause.IN_THE_WAY,
          ("%s serves another lake: %s, and not %s; nothing was changed. Give serve.postgres.url a"
                  + " database of its own, or drop the schemas gold, lake and orderlake there, if"
                  + " nobody needs what they hold")
              .formatted(address, before.origin(), origin));
    }
  }

  private void note(Connection connection, Publication publication) throws SQLException {
    LakeVersion lake = publication.lake();
    Instant at = publication.at();
    Rows.change(
        connection, "update lake.versions set replaced_at = ? where replaced_at is null", at);
    Rows.change(
        connection,
        "insert into lake.versions values (?, ?, ?, ?, null, true, ?, ?, ?, ?, ?)",
        lake.number(),
        lake.publishedBy().value(),
        lake.publishedAt().truncatedTo(ChronoUnit.MICROS),
        at.truncatedTo(ChronoUnit.MICROS),
        lake.totals().read(),
        lake.totals().lines(),
        lake.totals().refined(),
        lake.totals().quarantined(),
        lake.totals().duplicates());
    Rows.change(
        connection,
        "insert into orderlake.sink (layout, origin_run, origin_at, lake_version) values (?, ?, ?,"
            + " ?) on conflict (is_only) do update set lake_version = excluded.lake_version",
        SinkLayout.NUMBER,
        publication.origin().run().value(),
        publication.origin().at(),
        lake.number());
  }

  /** Takes away what can be read no longer. */
  private void prune(Connection connection, Publication publication) throws SQLException {
    Instant at = publication.at();
    Rows.change(
        connection,
        "update lake.versions set is_readable = false where is_readable and replaced_at <= ?",
        at.minus(history));
    Rows.change(
        connection,
        "delete from lake.versions where not is_readable and replaced_at <= ?",
        at.minus(ROWS_KEPT));
    long oldest =
        Rows.first(
                connection,
                "select min(lake_version) from lake.versions where is_readable",
                row -> row.getLong(1))
            .get();
    if (!history.isZero()) {
      for (var content : publication.tables()) {
        Rows.change(connection, prune(connection, content.projection()), oldest);
      }
    }
  }

  private static String prune(Connection connection, GoldProjection projection)
      throws SQLException {
    return TableShape.prune(
        Rows.first(
                connection,
                "select id from lake.tables where name = ?",
                row -> row.getLong(1),
                projection.table())
            .get());
  }

  @Override
  public Option<Reading> open() {
    return PostgresReading.open(address).map(reading -> reading);
  }

  @Override
  public Seq<String> forget(Seq<String> tables) {
    return session.transact(
        "forgetting " + tables.mkString(", "),
        connection ->
            SinkLayout.isThere(connection) ? forget(connection, tables) : List.<String>empty());
  }

  private static Seq<String> forget(Connection connection, Seq<String> tables) throws SQLException {
    lock(connection);
    record Forgotten(long id, String name) {}
    Seq<Forgotten> gone =
        Rows.query(
            connection,
            "delete from lake.tables where name = any(?) and not is_declared returning id, name",
            row -> new Forgotten(row.getLong(1), row.getString(2)),
            (Object) tables.toJavaArray(String[]::new));
    for (Forgotten table : gone) {
      Rows.run(
          connection,
          "drop view gold.%s; drop table %s"
              .formatted(SqlText.name(table.name()), TableShape.cells(table.id())));
    }
    return gone.map(Forgotten::name);
  }

  /** Leaves PostgreSQL; what is asked after that connects again. */
  @Override
  public void close() {
    session.close();
  }
}
