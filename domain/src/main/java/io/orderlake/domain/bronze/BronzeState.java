package io.orderlake.domain.bronze;

import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;

/**
 * Where Bronze stands, or stood at one of its versions.
 *
 * @param table version and last ingest sequence
 * @param nextOffsets by topic partition, the first Kafka offset that is not in Bronze yet
 * @param acceptedGaps offsets before those that Bronze will never hold: they were lost, and
 *     somebody has said to go on without them
 * @param recordsEnd by topic partition, the offset after its last record, which need not be the
 *     next offset to store, since some offsets hold no record; without partitions of which it was
 *     not noted
 * @param topicIds by topic, the id of the one that Bronze was filled from; without topics that it
 *     was filled from before ids were kept
 */
public record BronzeState(
    TableState table,
    SortedMap<TopicPartition, Long> nextOffsets,
    SortedSet<OffsetGap> acceptedGaps,
    SortedMap<TopicPartition, Long> recordsEnd,
    SortedMap<String, String> topicIds) {

  /** Of which no more is noted than what comes next. */
  public BronzeState(TableState table, SortedMap<TopicPartition, Long> nextOffsets) {
    this(table, nextOffsets, TreeSet.empty(), TreeMap.empty(), TreeMap.empty());
  }

  /** The last ingest sequence; {@link TableState#NOTHING_READ} before the first record. */
  public long lastSequence() {
    return table.position();
  }
}
