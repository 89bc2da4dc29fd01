package io.orderlake.protocol.run;

import io.orderlake.domain.run.RunRequest;

/** What was decided of a request where one object decides: for good, whoever came first. */
public sealed interface Decision {
  /**
   * A runner has taken it.
   *
   * @param epoch that runner's; for people
   */
  record Claimed(long epoch, RunRequest request) implements Decision {}

  /** A requester has taken it back. */
  record Withdrawn() implements Decision {}
}
