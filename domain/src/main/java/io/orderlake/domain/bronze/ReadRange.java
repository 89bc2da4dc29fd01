package io.orderlake.domain.bronze;

import java.io.Serializable;

/**
 * Offsets of one partition that are read whole and in their order; those without a record hold
 * none.
 *
 * @param partition which
 * @param from the first
 * @param until the one after the last
 */
public record ReadRange(TopicPartition partition, long from, long until) implements Serializable {
  /** How many offsets. */
  public long size() {
    return until - from;
  }
}
