package io.orderlake.adapters.duckdb;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB over views of one lake version, in memory. Locked before the first question: it may open
 * the files that it is given and none else, and no setting can be changed any more.
 */
public final class LakeSql implements AutoCloseable {
  private static final String URL = "jdbc:duckdb:";

  private final Connection connection;

  private LakeSql(Connection connection) {
    this.connection = connection;
  }

  /** Whether DuckDB is there; it is no part of the program but for the role that asks it. */
  public static boolean isThere() {
    return DriverManager.drivers().anyMatch(LakeSql::isDuckDb);
  }

  private static boolean isDuckDb(Driver driver) {
    try {
      return driver.acceptsURL(URL);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Opens it.
   *
   * @param schemas of the views
   * @param views statements that make them
   * @param files that may be read: those of the views
   * @param written a file that {@link #parquet} may write; null for none
   */
  public static LakeSql open(
      Seq<String> schemas, Seq<String> views, Seq<String> files, @Nullable Path written)
      throws SQLException {
    Connection connection = DriverManager.getConnection(URL);
    LakeSql sql = new LakeSql(connection);
    try {
      Seq<String> allowed = written == null ? files : files.append(written.toString());
      sql.run("set timezone = 'UTC'");
      sql.run("set autoinstall_known_extensions = false");
      sql.run("set autoload_known_extensions = false");
      sql.run("set temp_directory = ''");
      sql.run("set allowed_paths = " + allowed.map(LakeSql::literal).mkString("[", ", ", "]"));
      sql.run("set enable_external_access = false");
      for (String schema : schemas) {
        sql.run("create schema " + schema);
      }
      for (String view : views) {
        sql.run(view);
      }
      sql.run("set lock_configuration = true");
      return sql;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void run(String statement) throws SQLException {
    try (Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * A question's answer: the columns' names first, then row by row, as they come. Values are
   * numbers as {@link Long} or {@link BigDecimal}, {@link Boolean}s, null, lists as {@link
   * java.util.List}, structs and maps as {@link java.util.Map} by name, and all else as text: times
   * in ISO 8601, in UTC where they have a zone, {@code infinity} and {@code -infinity} where they
   * have no end, bytes as DuckDB writes them ({@code a\x00}).
   *
   * @throws SqlRefused when it is no question, is wrong, or wants what it may not
   */
  public void ask(String question, Consumer<List<String>> head, Consumer<Row> rows)
      throws SqlRefused {
    requireQuestion(question);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(question)) {
      ResultSetMetaData data = result.getMetaData();
      List<String> names = List.empty();
      for (int i = 1; i <= data.getColumnCount(); i++) {
        names = names.append(data.getColumnLabel(i));
      }
      head.accept(names);
      while (result.next()) {
        @Nullable Object[] values = new @Nullable Object[data.getColumnCount()];
        for (int i = 0; i < values.length; i++) {
          values[i] = SqlValue.of(result, i + 1);
        }
        rows.accept(new Row(Arrays.asList(values)));
      }
    } catch (SQLException e) {
      throw refused(e);
    } catch (DateTimeException e) {
      throw new SqlRefused(
          "a time in the answer is too far away for dates; have it as text with ::varchar");
    }
  }

  /**
   * A row of an answer.
   *
   * @param values null where there is none
   */
  public record Row(java.util.List<@Nullable Object> values) {}

  /**
   * Puts a question's answer into the file that may be written, as Parquet.
   *
   * @throws SqlRefused as for {@link #ask}
   */
  public void parquet(String question, Path file) throws SqlRefused {
    requireQuestion(question);
    try {
      String asked = question.strip().replaceAll(";\\s*$", "");
      run("copy (" + asked + "\n) to " + literal(file.toString()) + " (format parquet)");
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /** DuckDB's own parser says so: it makes a tree of questions alone. */
  private void requireQuestion(String question) throws SqlRefused {
    try (PreparedStatement asked =
        connection.prepareStatement(
            "select tree ->> '$.error', tree ->> '$.error_message', json_array_length(tree, '$.statements') from (select json_serialize_sql(?::varchar) as tree)")) {
      asked.setString(1, question);
      try (ResultSet said = asked.executeQuery()) {
        boolean unused = said.next();
        if (!"false".equals(said.getString(1))) {
          String why = said.getString(2);
          throw new SqlRefused(
              why != null && why.contains("Only SELECT")
                  ? "only questions are answered: select …, with …, from …"
                  : String.valueOf(why));
        }
        if (said.getLong(3) != 1) {
          throw new SqlRefused("one question at a time, please; these are " + said.getLong(3));
        }
      }
    } catch (SQLException e) {
      throw new SqlRefused(first(e));
    }
  }

  /** With the tables there are, where one was named that is not. */
  private SqlRefused refused(SQLException e) {
    String why = first(e);
    return new SqlRefused(
        why.matches(".*Table with name .* does not exist.*")
            ? why + " There are " + tables() + "."
            : why);
  }

  private String tables() {
    try (Statement statement = connection.createStatement();
        ResultSet views =
            statement.executeQuery(
                "select schema_name || '.' || view_name from duckdb_views() where not internal order by all")) {
      List<String> names = List.empty();
      while (views.next()) {
        names = names.append(views.getString(1));
      }
      return names.isEmpty() ? "no tables yet" : names.mkString(", ");
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not tell its views", e);
    }
  }

  private static String first(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
