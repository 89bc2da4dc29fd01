package io.orderlake.bootstrap.cli;

import io.orderlake.bootstrap.config.LakehouseConfig;
import java.nio.file.Path;

/**
 * Where a role's log goes. The path is handed to the logging library, which opens the file with the
 * first message, so this must be called before anything logs.
 *
 * @param path the file
 */
record LogFile(Path path) {
  private static final String PROPERTY = "orderlake.log.file";

  static LogFile of(LakehouseConfig config, String role) {
    return new LogFile(config.logs().resolve(role + ".log"));
  }

  void use() {
    System.setProperty(PROPERTY, path.toString());
  }

  /** The file in use, for error messages. */
  static String inUse() {
    return System.getProperty(PROPERTY, "the log");
  }
}
