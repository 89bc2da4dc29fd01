package io.orderlake.adapters.postgres.cluster;

import io.vavr.collection.List;
import io.vavr.collection.Stream;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's server programs, as this machine has them.
 *
 * @param directory that has {@code postgres} and {@code initdb}
 * @param version the major one
 */
record Programs(Path directory, int version) {
  private static final int OLDEST = 14;
  private static final Pattern VERSION = Pattern.compile("\\) (\\d+)");

  /** Where packages put them: of each, the directory that holds one for each version. */
  private static final List<String> PLACES =
      List.of("/usr/lib/postgresql", "/usr", "/opt/homebrew/opt", "/usr/local/opt");

  /**
   * Those of that version, or the newest ones.
   *
   * @param path the variable PATH
   * @param wanted the version that a cluster was made with, if it was
   * @throws ClusterFailure when there are none
   */
  static Programs find(String path, Option<Integer> wanted) {
    List<Programs> found = candidates(path).flatMap(Programs::in).toList();
    return found
        .filter(
            programs ->
                wanted.map(v -> programs.version == v).getOrElse(programs.version >= OLDEST))
        .maxBy(Programs::version)
        .getOrElseThrow(
            () ->
                new ClusterFailure(
                    ("PostgreSQL %s is needed on this machine, its server programs postgres and"
                            + " initdb; found: %s. On Debian and Ubuntu: apt-get install"
                            + " postgresql%s")
                        .formatted(
                            wanted.map(v -> "" + v).getOrElse(OLDEST + " or newer"),
                            found.isEmpty() ? "none" : found.map(Programs::version).mkString(", "),
                            wanted.map(v -> "-" + v).getOrElse(""))));
  }

  private static Stream<Path> candidates(String path) {
    return Stream.of(path.split(":", -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .appendAll(Stream.ofAll(PLACES).map(Path::of).flatMap(Programs::below));
  }

  private static List<Path> below(Path place) {
    if (!Files.isDirectory(place)) {
      return List.empty();
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
      return List.ofAll(entries).map(entry -> entry.resolve("bin"));
    } catch (IOException e) {
      return List.empty();
    }
  }

  private static Option<Programs> in(Path directory) {
    if (!Files.isExecutable(directory.resolve("initdb"))
        || !Files.isExecutable(directory.resolve("postgres"))) {
      return Option.none();
    }
    try {
      Path real = directory.toRealPath();
      Matcher said =
          VERSION.matcher(Command.said(List.of(real.resolve("postgres").toString(), "--version")));
      return Option.when(said.find(), () -> new Programs(real, Integer.parseInt(said.group(1))));
    } catch (IOException | ClusterFailure e) {
      return Option.none();
    }
  }

  String program(String name) {
    return directory.resolve(name).toString();
  }
}
