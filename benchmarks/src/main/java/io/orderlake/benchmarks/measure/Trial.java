package io.orderlake.benchmarks.measure;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * One contestant's turn.
 *
 * @param rows that it worked on
 * @param cost of the work
 * @param bytesWritten what it left on disk; none where that says nothing
 * @param facts what else is worth knowing, by name
 */
public record Trial(long rows, Cost cost, Option<Long> bytesWritten, Map<String, String> facts) {
  /** A turn without more to say. */
  public static Trial of(long rows, Cost cost) {
    return new Trial(rows, cost, Option.none(), LinkedHashMap.empty());
  }

  public Trial withFact(String name, String value) {
    return new Trial(rows, cost, bytesWritten, facts.put(name, value));
  }

  /** With the bytes of all files under {@code output}, as many as there are directories. */
  public Trial writing(Path... output) {
    long bytes = 0;
    for (Path each : output) {
      bytes += bytesUnder(each);
    }
    return new Trial(rows, cost, Option.of(bytes), facts);
  }

  private static long bytesUnder(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot measure " + directory, e);
    }
  }
}
