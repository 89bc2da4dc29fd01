package io.orderlake.bootstrap.cli.role;

import io.orderlake.adapters.filesystem.lake.LakePlace;
import io.orderlake.bootstrap.config.LakehouseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where a role's log goes. The path is handed to the logging library, which opens the file with the
 * first message, so this must be called before anything logs.
 *
 * @param path the file
 */
public record LogFile(Path path) {
  private static final String PROPERTY = "orderlake.log.file";

  /** The names of older files begin so; in a pattern, where a percent sign means something. */
  private static final String ROLLED = "orderlake.log.rolled";

  /**
   * In the lake, or where this machine keeps what it has of one on a store; among temporary files
   * where there is no lake to write it to, or it cannot be written to.
   */
  static LogFile of(LakehouseConfig config, LakeUse use, String role) {
    boolean isMade = use == LakeUse.MAKES || use == LakeUse.OWNS;
    return (isMade || isKept(config)) && isWritable(config.logs())
        ? new LogFile(config.logs().resolve(role + ".log"))
        : new LogFile(
            Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("orderlake-" + role + "-" + ProcessHandle.current().pid() + ".log"));
  }

  private static boolean isKept(LakehouseConfig config) {
    return config.store().isDefined()
        ? Files.isDirectory(config.data())
        : LakePlace.look(config.data()).isLake();
  }

  /** Whether a directory can be written to, or made. */
  private static boolean isWritable(Path directory) {
    Path there = directory.toAbsolutePath();
    while (there.getParent() != null && Files.notExists(there)) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  /** Libraries that log by the JDK's own means, to the screen, are led to it, too. */
  void use() {
    System.setProperty(PROPERTY, path.toString());
    System.setProperty(ROLLED, path.toString().replace("%", "%%"));
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /** Whether there is one; without it nothing must be logged. */
  public static boolean isInUse() {
    return System.getProperty(PROPERTY) != null;
  }

  /** The file in use, for error messages. */
  public static String inUse() {
    return System.getProperty(PROPERTY, "the log");
  }
}
