package io.orderlake.bootstrap.demo;

import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Either;
import io.vavr.control.Option;
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
   * Why the directory cannot be had; none when it can. Makes nothing.
   *
   * @throws LakeFailure when it cannot be looked into
   */
  public static Option<String> objection(Path directory) {
    try {
      return Option.when(
          !content(directory).isEmpty() && !isMarked(directory),
          () ->
              directory
                  + " holds something that is not a demo's lake (there is no file "
                  + MARKER
                  + "); choose an empty directory with --data DIR");
    } catch (IOException e) {
      throw unprepared(directory, e);
    }
  }

  /**
   * Makes the directory fresh. The caller must hold the lock on it.
   *
   * @return true when an earlier demo's lake was removed; or the objection
   */
  public static Either<String, Boolean> prepare(Path directory) {
    try {
      Option<String> objection = objection(directory);
      if (objection.isDefined()) {
        return Either.left(objection.get());
      }
      Files.createDirectories(directory);
      boolean marked = isMarked(directory);
      for (Path path : content(directory)) {
        if (!path.endsWith(MARKER)) {
          remove(path);
        }
      }
      Files.writeString(
          directory.resolve(MARKER),
          "The next `orderlake demo` removes this directory's content.\n");
      return Either.right(marked);
    } catch (IOException e) {
      throw unprepared(directory, e);
    }
  }

  private static LakeFailure unprepared(Path directory, IOException e) {
    return LakeFailure.of("cannot prepare " + directory + " for the demo: " + e, e);
  }

  private static boolean isMarked(Path directory) {
    return Files.exists(directory.resolve(MARKER));
  }

  private static List<Path> content(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
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
