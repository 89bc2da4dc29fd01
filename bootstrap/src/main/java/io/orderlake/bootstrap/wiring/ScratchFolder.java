package io.orderlake.bootstrap.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory of its own that goes when it is closed. */
record ScratchFolder(Path path) implements AutoCloseable {
  private static final String PREFIX = "warm-up-";

  static ScratchFolder create(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new ScratchFolder(Files.createTempDirectory(parent, PREFIX));
  }

  /** Removes what killed processes left, known by its age. */
  static void removeAbandoned(Path parent, Instant before) throws IOException {
    if (Files.isDirectory(parent)) {
      try (Stream<Path> content = Files.list(parent)) {
        for (Path each : content.toList()) {
          if (each.getFileName().toString().startsWith(PREFIX)
              && Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
            new ScratchFolder(each).close();
          }
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
