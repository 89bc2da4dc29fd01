package io.orderlake.bootstrap.architecture.offenders.adapters.filesystem;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Breaks: databases are asked in their adapter. */
public final class AdapterOnADatabase {
  private AdapterOnADatabase() {}

  public static Connection connection(String url) throws SQLException {
    return DriverManager.getConnection(url);
  }
}
