package io.orderlake.bootstrap.demo;

import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The demo's own directory: a fresh lake every time, marked so that no other lake is ever wiped.
 */
public final class DemoLake {
  static final String MARKER = ".orderlake-demo";

  /** Held by whoever prepares the directory, so it stays. */
  private static final String LOCK = "up.lock";

  private DemoLake() {}

  /**
   * Makes the directory fresh. The caller must hold the lock on it.
   *
   * @return true when an earlier demo's lake was removed; or why the directory cannot be had
   */
  public static Either<String, Boolean> prepare(Path directory) {
    try {
      List<Path> content = content(directory);
      boolean marked = Files.exists(directory.resolve(MARKER));
      if (!content.isEmpty() && !marked) {
        return Either.left(
            directory
                + " holds something that is not a demo's lake (there is no file "
                + MARKER
                + "); choose an empty directory with --data DIR");
      }
      for (Path path : content) {
        if (!path.endsWith(MARKER)) {
          remove(path);
        }
      }
      Files.writeString(
          directory.resolve(MARKER),
          "The next `orderlake demo` removes this directory's content.\n");
      return Either.right(marked);
    } catch (IOException e) {
      throw LakeFailure.lasting("cannot prepare " + directory + " for the demo: " + e, e);
    }
  }

  private static List<Path> content(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(path -> !path.endsWith(LOCK)).toList();
    }
  }

  /** Never follows a symbolic link. */
  private static void remove(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
