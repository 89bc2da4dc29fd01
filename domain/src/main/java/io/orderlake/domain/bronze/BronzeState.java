package io.orderlake.domain.bronze;

import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;

/**
 * Where Bronze stands.
 *
 * @param table version and last ingest sequence
 * @param nextOffsets by topic partition, the first Kafka offset that is not in Bronze yet
 * @param acceptedGaps offsets before those that Bronze will never hold: they were lost, and
 *     somebody has said to go on without them
 */
public record BronzeState(
    TableState table,
    SortedMap<TopicPartition, Long> nextOffsets,
    SortedSet<OffsetGap> acceptedGaps) {

  /** Without gaps. */
  public BronzeState(TableState table, SortedMap<TopicPartition, Long> nextOffsets) {
    this(table, nextOffsets, TreeSet.empty());
  }
}
