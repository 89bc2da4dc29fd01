package io.orderlake.adapters.spark.delta.history;

import io.orderlake.domain.lake.VersionRange;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Finds the next commits of an upstream table that a group of projections has to read. */
public final class UnreadCommits {
  private UnreadCommits() {}

  /**
   * The next range. Tables of the group that stand apart, because a crash came between their
   * commits or because one of them is new, are brought together first: the range then ends where
   * the next table of the group stands, so that no table is given a range that it has read in part.
   * Where the rows that a table has read were replaced since, it makes no difference how far it had
   * come.
   *
   * @param upstream what its commits did
   * @param newest the last upstream version to look at
   * @param positions how far each table of the group has read
   * @param maxRecords the range ends with the commit that reaches this count, unless it brings
   *     tables together
   */
  public static VersionRange of(
      TableHistory upstream, long newest, List<Long> positions, long maxRecords) {
    long behind = Collections.min(positions);
    OptionalLong next = nextAfter(behind, upstream, newest, positions);
    long records = 0;
    long upTo = behind;
    for (AddedRecords commit : upstream.countedAfter(behind, next.orElse(newest))) {
      records += commit.records();
      upTo = commit.version();
      if (records >= maxRecords && next.isEmpty()) {
        break;
      }
    }
    return new VersionRange(behind, upTo, records);
  }

  private static OptionalLong nextAfter(
      long behind, TableHistory upstream, long newest, List<Long> positions) {
    if (positions.stream().allMatch(position -> position == behind)) {
      return OptionalLong.empty();
    }
    long replaced = upstream.lastReplacement(behind, newest);
    return positions.stream()
        .mapToLong(position -> position)
        .filter(position -> position > behind && position >= replaced)
        .min();
  }
}
