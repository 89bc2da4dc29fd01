package io.orderlake.domain.lineage;

import io.vavr.control.Option;

/**
 * Kafka offsets of one partition.
 *
 * @param from the first; none when they begin with the first record that Bronze ever had of the
 *     partition
 * @param until the one after the last
 */
public record OffsetRange(Option<Long> from, long until) {
  public OffsetRange {
    if (from.exists(first -> first < 0 || first > until) || until < 0) {
      throw new IllegalArgumentException("not offsets: [" + from + ", " + until + ")");
    }
  }
}
