package io.orderlake.benchmarks.corpus;

import io.orderlake.benchmarks.section.BenchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of a lake at rest. Data files never change, so they are linked where the file system
 * permits it; everything else is copied.
 */
public final class LakeCopy {
  private LakeCopy() {}

  /** Copies all of a lake, also what is kept beside its tables. */
  public static void make(Path from, Path to) {
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
    } catch (IOException | UncheckedIOException e) {
      throw new BenchFailure("cannot copy the lake in " + from, e);
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
