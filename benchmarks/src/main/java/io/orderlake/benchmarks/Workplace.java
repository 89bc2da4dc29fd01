package io.orderlake.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory of this run alone, removed at the end; the log of what runs in this process goes
 * beside it and stays.
 *
 * @param directory empty at first
 */
public record Workplace(Path directory) implements AutoCloseable {
  /**
   * Makes the directory. Must be called before anything logs.
   *
   * @param parent made if it is missing, and left in place
   */
  static Workplace in(Path parent) throws IOException {
    Files.createDirectories(parent);
    System.setProperty("orderlake.log.file", parent.resolve("bench.log").toString());
    return new Workplace(Files.createTempDirectory(parent, "bench-").toAbsolutePath());
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
