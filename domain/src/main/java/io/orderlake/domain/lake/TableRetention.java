package io.orderlake.domain.lake;

import java.time.Duration;
import java.time.Instant;

/**
 * What of a table has to stay.
 *
 * @param since the oldest version of the table that anybody may still read, or read on from; it and
 *     all after it stay whole
 * @param before files that were modified at or after that time stay, whoever names them; by the
 *     store's clock
 * @param writing the longest time between a file's last byte and the commit that names it; files
 *     younger than {@code since} or {@code before} by no more than this stay too
 */
public record TableRetention(long since, Instant before, Duration writing) {
  public TableRetention {
    if (since < 0 || writing.isNegative()) {
      throw new IllegalArgumentException(
          "a retention needs a version from 0 and a time from 0, not " + since + ", " + writing);
    }
  }

  /**
   * Files last modified before that time, and named neither by {@code since} nor by the newest
   * version, are named by no version between them.
   *
   * @param committed when {@code since} was committed, by the store's clock
   */
  public Instant agedBefore(Instant committed) {
    return (committed.isBefore(before) ? committed : before).minus(writing);
  }
}
