package io.orderlake.domain.lineage;

import io.orderlake.domain.lake.TableState;

/**
 * Commits of one table.
 *
 * @param after the last version before them; {@link TableState#NOTHING_READ} from the beginning
 * @param upTo the last of them, inclusive
 */
public record Versions(long after, long upTo) {
  public Versions {
    if (after < TableState.NOTHING_READ || upTo < after) {
      throw new IllegalArgumentException("not versions: (" + after + ", " + upTo + "]");
    }
  }

  /** The shortest range that holds both. */
  Versions widenedBy(Versions other) {
    return new Versions(Math.min(after, other.after), Math.max(upTo, other.upTo));
  }
}
