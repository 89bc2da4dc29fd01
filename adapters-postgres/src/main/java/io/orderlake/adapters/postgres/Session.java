package io.orderlake.adapters.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, kept as long as it works. Safe for use by several threads, one at a time. */
final class Session implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final PostgresAddress address;
  private @Nullable Connection connection;

  Session(PostgresAddress address) {
    this.address = address;
  }

  /** A piece of work in one transaction. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Does all of the work or nothing of it.
   *
   * @param attempted as messages begin
   */
  synchronized <T> T transact(String attempted, Work<T> work) {
    try {
      Connection open = open();
      try {
        T result = work.in(open);
        open.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        giveUp(open);
        throw e;
      }
    } catch (SQLException e) {
      throw PostgresFailures.of(attempted, address, e);
    }
  }

  private Connection open() throws SQLException {
    Connection known = connection;
    // What was asked last may be long ago: a server that was started anew knows nothing of it.
    if (known != null && known.isValid(10)) {
      known.rollback();
      return known;
    }
    close();
    Connection opened = begun(address);
    connection = opened;
    return opened;
  }

  /** A new connection whose work is to be committed, and that no setting of the server's bends. */
  static Connection begun(PostgresAddress address) throws SQLException {
    Connection opened = address.open();
    try (Statement statement = opened.createStatement()) {
      statement.execute(
          "set search_path = pg_catalog, pg_temp; set timezone = 'UTC';"
              + " set default_transaction_read_only = off; set statement_timeout = 0;"
              + " set idle_in_transaction_session_timeout = 0");
      opened.setAutoCommit(false);
      return opened;
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
  }

  private void giveUp(Connection open) {
    try {
      open.rollback();
    } catch (SQLException e) {
      LOG.debug("the transaction ends with its connection", e);
      close();
    }
  }

  @Override
  public synchronized void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("{} was left without a word", address, e);
      }
    }
  }
}
