package io.orderlake.benchmarks.section;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory of this run alone, removed at the end; the log of what runs in this process goes
 * beside it and stays.
 *
 * @param directory empty at first
 */
public record Workplace(Path directory) implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("bench-(\\d+)-.*");

  /**
   * Makes the directory, and removes those of runs that were killed. Must be called before anything
   * logs.
   *
   * @param parent made if it is missing, and left in place
   */
  public static Workplace in(Path parent) throws IOException {
    Files.createDirectories(parent);
    System.setProperty("orderlake.log.file", parent.resolve("bench.log").toString());
    removeAbandoned(parent);
    String name = "bench-" + ProcessHandle.current().pid() + "-";
    // PostgreSQL, which runs as no root, has to get through.
    FileAttribute<?> passable =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));
    return new Workplace(Files.createTempDirectory(parent, name, passable).toAbsolutePath());
  }

  private static void removeAbandoned(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      for (Path each : all.filter(Workplace::isAbandoned).toList()) {
        remove(each);
      }
    }
  }

  private static boolean isAbandoned(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  @Override
  public void close() throws IOException {
    remove(directory);
  }

  /** Removes a file or a directory with all it holds, if there is one. Follows no links. */
  public static void remove(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
