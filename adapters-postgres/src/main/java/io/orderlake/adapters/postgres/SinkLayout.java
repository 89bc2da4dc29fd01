package io.orderlake.adapters.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schemas and tables that a database gets before anything is published to it. */
final class SinkLayout {
  /** Raised when a published database has to be changed. */
  static final int NUMBER = 1;

  /** May read what people are meant to read; nobody until somebody is given it. */
  static final String READER = "orderlake_reader";

  private static final Logger LOG = LoggerFactory.getLogger(SinkLayout.class);
  private static final String FILE = "layout.sql";

  private SinkLayout() {}

  /** Whether it is there. */
  static boolean isThere(Connection connection) throws SQLException {
    return Rows.first(
            connection,
            "select to_regclass('orderlake.sink') is not null",
            row -> row.getBoolean(1))
        .get();
  }

  /** Makes it in a database that has nothing under its names. */
  static void make(Connection connection, PostgresAddress address) throws SQLException {
    Vector<String> taken =
        Rows.query(
            connection,
            "select nspname from pg_namespace where nspname in ('orderlake', 'lake', 'gold') order by 1",
            row -> row.getString(1));
    if (taken.nonEmpty()) {
      throw LakeFailure.because(
          FailureCause.IN_THE_WAY,
          ("%s has something of its own under the names that Gold would be served under: schema"
                  + " %s; nothing was changed. Give serve.postgres.url a database of its own")
              .formatted(address, taken.mkString(", ")));
    }
    Rows.run(connection, sql());
    makeReader(connection);
    if (hasReader(connection)) {
      Rows.run(
          connection,
          ("grant usage on schema gold, lake to %1$s; grant select on all tables in schema lake to"
                  + " %1$s; grant execute on function lake.reading(text) to %1$s")
              .formatted(READER));
    }
  }

  /** Refuses one that a newer program has made. */
  static void requireKnown(Connection connection, PostgresAddress address) throws SQLException {
    int found =
        Rows.first(connection, "select layout from orderlake.sink", row -> row.getInt(1))
            .getOrElse(NUMBER);
    if (found != NUMBER) {
      throw LakeFailure.because(
          FailureCause.OTHER_SHAPE,
          "%s was made by a newer Orderlake (layout %s, this one knows %s); use that one"
              .formatted(address, found, NUMBER));
    }
  }

  /** A role is the whole server's, and not everybody may make one: then an administrator does. */
  private static void makeReader(Connection connection) throws SQLException {
    if (hasReader(connection)) {
      return;
    }
    boolean may =
        Rows.first(
                connection,
                "select rolsuper or rolcreaterole from pg_roles where rolname = current_user",
                row -> row.getBoolean(1))
            .getOrElse(false);
    if (!may) {
      LOG.warn(
          "no role {} is made: this user may make none. docs/bi.md says how to let people read",
          READER);
      return;
    }
    Rows.run(
        connection,
        ("create role %1$s nologin; alter role %1$s set statement_timeout = '60s'; alter role %1$s"
                + " set default_transaction_read_only = on; alter role %1$s set"
                + " idle_in_transaction_session_timeout = '10min'; comment on role %1$s is 'May"
                + " read what Orderlake serves; ALTER ROLE %1$s LOGIN PASSWORD lets it log in'")
            .formatted(READER));
  }

  static boolean hasReader(Connection connection) throws SQLException {
    return Rows.first(
            connection,
            "select exists (select from pg_roles where rolname = ?)",
            row -> row.getBoolean(1),
            READER)
        .get();
  }

  private static String sql() {
    try (InputStream in = SinkLayout.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FILE);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
