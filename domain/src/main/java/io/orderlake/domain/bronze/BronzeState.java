package io.orderlake.domain.bronze;

import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;

/**
 * Where Bronze stands.
 *
 * @param table version and last ingest sequence
 * @param nextOffsets by topic partition, the first Kafka offset that is not in Bronze yet
 */
public record BronzeState(TableState table, SortedMap<TopicPartition, Long> nextOffsets) {}
