package io.orderlake.bootstrap.wiring;

import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local directory as the root of a lake's tables.
 *
 * @param directory absolute
 */
record LakeRoot(Path directory) {
  private static final Logger LOG = LoggerFactory.getLogger(LakeRoot.class);
  private static final List<String> TABLES = List.of("bronze", "silver", "gold");

  /** What makes a directory a lake of its own. */
  private static final List<String> SIGNS = List.of("lake.json", "runs", "triggers", "up.lock");

  /**
   * As Hadoop takes it. Not as a URI, whose escapes Hadoop takes literally: {@code a%20b} is
   * another directory than {@code a b}.
   */
  String path() {
    String path = directory.toString();
    return path.equals("/") ? "file:/" : "file:" + path;
  }

  /**
   * Brings home the tables of a lake that an earlier program was started on: with a blank or
   * another character in its path that a URI escapes, the tables lay in the directory of the
   * escaped name.
   *
   * @return this
   */
  LakeRoot withTablesAtHome() {
    Path strayed = Path.of(directory.toUri().getRawPath());
    if (!strayed.equals(directory) && !TABLES.exists(t -> Files.exists(directory.resolve(t)))) {
      if (!SIGNS.exists(sign -> Files.exists(strayed.resolve(sign)))) {
        TABLES.filter(t -> Files.exists(strayed.resolve(t))).forEach(t -> bringHome(strayed, t));
      }
    }
    return this;
  }

  private void bringHome(Path strayed, String table) {
    Path from = strayed.resolve(table);
    Path to = directory.resolve(table);
    try {
      Files.createDirectories(directory);
      Files.move(from, to);
      LOG.warn("moved {} to {}, where it belongs", from, to);
    } catch (IOException e) {
      throw LakeFailure.of(
          "the tables of this lake lie in %s, where an earlier Orderlake has put them; move %s to %s"
              .formatted(strayed, from, to),
          e);
    }
  }
}
