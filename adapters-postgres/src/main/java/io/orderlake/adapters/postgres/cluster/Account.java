package io.orderlake.adapters.postgres.cluster;

import io.vavr.collection.List;
import java.nio.file.Path;

/**
 * Whom PostgreSQL runs as: it refuses to run as root, who has it run as the user {@code postgres}.
 *
 * @param prefix what a command begins with, to run as that user
 */
record Account(List<String> prefix) {
  private static final String OTHER = "postgres";

  static Account of(String user) {
    return new Account(
        user.equals("root")
            ? List.of("setpriv", "--reuid=" + OTHER, "--regid=" + OTHER, "--clear-groups", "--")
            : List.empty());
  }

  /** The command, run as that user. */
  List<String> run(List<String> command) {
    return command.prependAll(prefix);
  }

  /** Has these belong to that user. */
  void own(Path... paths) {
    if (prefix.nonEmpty()) {
      Command.run(
          List.of("chown", OTHER + ":" + OTHER).appendAll(List.of(paths).map(Path::toString)));
    }
  }

  /** Refuses a place that the user cannot get to, which PostgreSQL would say less about. */
  void requireReach(Path directory) {
    if (prefix.isEmpty()) {
      return;
    }
    try {
      Command.run(run(List.of("test", "-x", directory.toString())));
    } catch (ClusterFailure e) {
      throw new ClusterFailure(
          ("PostgreSQL runs as user %s, because it does not run as root, and that user cannot get"
                  + " to %s; run Orderlake as another user than root, or let others pass through"
                  + " the directories above (chmod o+x)")
              .formatted(OTHER, directory),
          e);
    }
  }
}
