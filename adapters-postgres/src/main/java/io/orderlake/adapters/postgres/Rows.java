package io.orderlake.adapters.postgres;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements with parameters, and what they answer. */
final class Rows {
  private Rows() {}

  /** What is made of one row. */
  interface Reader<T> {
    T of(ResultSet row) throws SQLException;
  }

  static <T> Vector<T> query(
      Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      Vector<T> rows = Vector.empty();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows = rows.append(reader.of(result));
        }
      }
      return rows;
    }
  }

  static <T> Option<T> first(
      Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    return query(connection, sql, reader, parameters).headOption();
  }

  /** How many rows it changed. */
  static long change(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      return statement.executeLargeUpdate();
    }
  }

  /** Statements without parameters, with semicolons between. */
  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      @Nullable Object value = parameters[i];
      if (value instanceof Instant instant) {
        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
      } else if (value instanceof String[] texts) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
      } else if (value instanceof Long[] numbers) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("bigint", numbers));
      } else if (value instanceof UUID[] ids) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", ids));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
