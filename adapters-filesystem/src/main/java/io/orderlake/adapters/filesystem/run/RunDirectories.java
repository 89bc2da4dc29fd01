package io.orderlake.adapters.filesystem.run;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the protocol's files lie.
 *
 * @param triggers the directory of the protocol, {@code triggers} under the data directory
 */
public record RunDirectories(Path triggers) {

  /** Those of a lake; nothing is looked at or made. */
  public static RunDirectories under(Path data) {
    return new RunDirectories(data.resolve("triggers"));
  }

  /** Makes the directories that are missing, for whoever is about to write. */
  RunDirectories made() {
    for (Path directory : List.of(pending(), claimed(), results(), rejected(), tmp())) {
      try {
        if (!Files.isDirectory(directory)) {
          Files.createDirectories(directory);
        }
      } catch (IOException e) {
        throw LakeFailure.of("cannot create the directory " + directory + ": " + e, e);
      }
    }
    return this;
  }

  Path pending() {
    return triggers.resolve("pending");
  }

  Path claimed() {
    return triggers.resolve("claimed");
  }

  Path results() {
    return triggers.resolve("results");
  }

  Path rejected() {
    return triggers.resolve("rejected");
  }

  Path tmp() {
    return triggers.resolve("tmp");
  }

  Path pending(RunId runId) {
    return pending().resolve(file(runId));
  }

  Path claimed(RunId runId) {
    return claimed().resolve(file(runId));
  }

  Path result(RunId runId) {
    return results().resolve(file(runId));
  }

  Path lock() {
    return triggers.resolve("runner.lock");
  }

  Path epoch() {
    return triggers.resolve("epoch.json");
  }

  Path heartbeat() {
    return triggers.resolve("runner.json");
  }

  private static String file(RunId runId) {
    return runId + ".json";
  }
}
