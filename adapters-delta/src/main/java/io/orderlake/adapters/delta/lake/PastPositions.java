package io.orderlake.adapters.delta.lake;

import io.orderlake.adapters.delta.lake.PositionLog.Known;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;

/**
 * The positions that a table's commits carry, as of any version. What was asked for last is kept:
 * from there a later version is reached commit by commit, unless so many lie between that the log's
 * own checkpoint is nearer. Safe for use by several threads.
 */
public final class PastPositions {
  /** As many commits as Bronze writes between two checkpoints of its log. */
  private static final long FAR = 100;

  private final PositionLog log;
  private Option<Known> known = Option.none();

  PastPositions(PositionLog log) {
    this.log = log;
  }

  /**
   * The positions as of that version, by application id.
   *
   * @throws LakeFailure when there is no such version, or the log cannot be read
   */
  public synchronized Map<String, Long> at(long version) {
    Known at =
        Failures.attempt(
            "reading the positions of " + log.table() + " at version " + version,
            () -> reach(version));
    known = Option.some(at);
    return at.positions();
  }

  private Known reach(long version) throws IOException {
    Option<Known> near =
        known
            .filter(k -> k.version() <= version && version - k.version() <= FAR)
            .filter(log::holds);
    while (near.exists(k -> k.version() < version)) {
      near = near.flatMap(log::after);
    }
    return near.isDefined() ? near.get() : log.at(version);
  }
}
