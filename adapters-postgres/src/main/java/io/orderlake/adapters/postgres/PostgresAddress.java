package io.orderlake.adapters.postgres;

import io.vavr.collection.List;
import io.vavr.control.Either;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A database of PostgreSQL, and who asks it. Shows its password to nobody. */
public final class PostgresAddress {
  private static final String SCHEME = "postgresql://";
  private static final String JDBC = "jdbc:";
  private static final String EXAMPLE = "postgresql://127.0.0.1:5432/orderlake";

  /** Of the url's parameters those that belong elsewhere, since urls are shown. */
  private static final List<String> SECRET = List.of("password", "sslpassword", "user");

  private static final String CONNECT_SECONDS = "10";

  /** An answer that takes longer is none: the connection is given up. */
  private static final String ANSWER_SECONDS = "1800";

  private final String url;
  private final String user;
  private final String password;

  private PostgresAddress(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /**
   * An address such as {@code postgresql://host:5432/database?sslmode=verify-full}; the parameters
   * are those of PostgreSQL's JDBC driver.
   *
   * @param user empty for the one that the driver takes
   * @param password empty for none
   * @return the address, or what is wrong with the text, as the end of a sentence
   */
  public static Either<String, PostgresAddress> of(String text, String user, String password) {
    String stripped = text.strip();
    String url = stripped.startsWith(JDBC) ? stripped.substring(JDBC.length()) : stripped;
    if (!url.startsWith(SCHEME)) {
      return Either.left("is not a database's address; expected e.g. " + EXAMPLE);
    }
    if (url.contains("@")) {
      return Either.left(
          "names a user; write that as serve.postgres.user, and the password as"
              + " serve.postgres.password, so that addresses can be shown");
    }
    Properties parsed = Driver.parseURL(JDBC + url, null);
    if (parsed == null || PGProperty.PG_DBNAME.getOrDefault(parsed) == null) {
      return Either.left("is not a database's address; expected e.g. " + EXAMPLE);
    }
    String parameters = url.contains("?") ? url.substring(url.indexOf('?') + 1) : "";
    return List.of(parameters.split("&", -1))
        .map(parameter -> parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT))
        .find(SECRET::contains)
        .map(
            name ->
                Either.<String, PostgresAddress>left(
                    "has the parameter "
                        + name
                        + "; write it as serve.postgres.user or serve.postgres.password, so that"
                        + " addresses can be shown"))
        .getOrElse(() -> Either.right(new PostgresAddress(url, user, password)));
  }

  /** A new connection, each statement of which is a transaction of its own. */
  public Connection open() throws SQLException {
    Properties properties = new Properties();
    if (!user.isEmpty()) {
      PGProperty.USER.set(properties, user);
    }
    if (!password.isEmpty()) {
      PGProperty.PASSWORD.set(properties, password);
    }
    PGProperty.APPLICATION_NAME.set(properties, "orderlake");
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_SECONDS);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    Connection connection = new Driver().connect(JDBC + url, properties);
    if (connection == null) {
      throw new SQLException("no address of PostgreSQL: " + url, "08001");
    }
    return connection;
  }

  public String user() {
    return user;
  }

  /** A secret. */
  public String password() {
    return password;
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return url;
  }
}
