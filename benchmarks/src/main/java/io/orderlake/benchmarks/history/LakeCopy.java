package io.orderlake.benchmarks.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of a lake at rest. Data files never change, so they are linked where the file system
 * permits it; everything else is copied.
 */
final class LakeCopy {
  private LakeCopy() {}

  static void make(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(each));
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else if (isDataFile(each)) {
          linkOrCopy(each, target);
        } else {
          Files.copy(each, target);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Those of the tables, and those of the index of event ids. */
  private static boolean isDataFile(Path file) {
    String path = file.toString();
    return path.endsWith(".sst") || (path.endsWith(".parquet") && !path.contains("/_delta_log/"));
  }

  private static void linkOrCopy(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(from, to);
    }
  }
}
