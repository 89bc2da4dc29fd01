package io.orderlake.domain.lake;

import java.io.Serializable;

/**
 * A run of commits of an upstream table, what a projection reads in one step.
 *
 * @param after the last version already read ({@link TableState#NOTHING_READ} at the start)
 * @param upTo the last version of this range, inclusive; equal to {@code after} when empty
 * @param records how many records the commits of the range added, as the upstream's log counts them
 */
public record VersionRange(long after, long upTo, long records) implements Serializable {
  public VersionRange {
    if (after < TableState.NOTHING_READ || upTo < after || records < 0) {
      throw new IllegalArgumentException(
          "not a version range: (" + after + ", " + upTo + "] with " + records + " records");
    }
  }

  public static VersionRange emptyAt(long version) {
    return new VersionRange(version, version, 0);
  }

  /** True when there is no commit to read; a range of commits without records is not empty. */
  public boolean isEmpty() {
    return upTo == after;
  }
}
