package io.orderlake.adapters.spark.delta;

import io.orderlake.domain.lake.VersionRange;

/** Finds the next commits of an upstream table that a group of projections has to read. */
public final class UnreadCommits {
  private UnreadCommits() {}

  /**
   * The next range.
   *
   * @param newest the last upstream version to look at
   * @param behind the least position of the group
   * @param ahead the greatest position of the group; when a crash has left it beyond {@code
   *     behind}, the range is exactly what lies between, so that every table reads the same ranges
   * @param maxRecords the range ends with the commit that reaches this count
   */
  public static VersionRange of(
      LakeTable upstream, long newest, long behind, long ahead, long maxRecords) {
    long records = 0;
    long upTo = behind;
    for (AddedFiles commit : upstream.addedAfter(behind, ahead > behind ? ahead : newest)) {
      records += commit.records();
      upTo = commit.version();
      if (records >= maxRecords && ahead <= behind) {
        break;
      }
    }
    return new VersionRange(behind, upTo, records);
  }
}
