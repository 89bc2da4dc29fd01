package io.orderlake.benchmarks.corpus;

import io.orderlake.benchmarks.section.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of lakes that cost next to nothing: Parquet files, which nobody changes, are linked. */
final class Copies {
  private Copies() {}

  /** Copies {@code from} into {@code to}, without Spark's scratch space. */
  static void copy(Path from, Path to) {
    Path scratch = from.resolve("checkpoints");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.filter(path -> !path.startsWith(scratch)).toList()) {
        copyOne(source, to.resolve(from.relativize(source).toString()));
      }
    } catch (IOException e) {
      throw new BenchFailure("cannot copy the lake in " + from, e);
    }
  }

  private static void copyOne(Path source, Path target) throws IOException {
    if (Files.isDirectory(source)) {
      Files.createDirectories(target);
    } else if (source.toString().endsWith(".parquet")) {
      Files.createLink(target, source);
    } else {
      Files.copy(source, target);
    }
  }
}
