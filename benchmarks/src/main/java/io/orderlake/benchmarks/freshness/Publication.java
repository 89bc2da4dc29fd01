package io.orderlake.benchmarks.freshness;

import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;
import java.time.Instant;

/**
 * A lake version that readers can see.
 *
 * @param version its number
 * @param at when it was first seen
 * @param counted by partition, the first offset that its Gold tables have not counted
 */
record Publication(long version, Instant at, SortedMap<TopicPartition, Long> counted) {
  boolean counts(TopicPartition partition, long offset) {
    return offset < counted.getOrElse(partition, 0L);
  }
}
