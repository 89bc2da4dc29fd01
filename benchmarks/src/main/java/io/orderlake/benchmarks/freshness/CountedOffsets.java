package io.orderlake.benchmarks.freshness;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.Map;

/**
 * Works out, by positions alone, which offsets the Gold tables of a lake version have counted: the
 * Silver version that Gold has read, the Bronze version that Silver had read by then, the offsets
 * of Bronze at that version.
 */
final class CountedOffsets {
  /** Next offsets by Bronze version. */
  private final java.util.TreeMap<Long, SortedMap<TopicPartition, Long>> offsets =
      new java.util.TreeMap<>();

  /** How far Silver had read Bronze, by Silver version. */
  private final java.util.TreeMap<Long, Long> silver = new java.util.TreeMap<>();

  /** Bronze was seen in that state. */
  void saw(BronzeState bronze) {
    offsets.put(bronze.table().version(), bronze.nextOffsets());
  }

  /**
   * By partition, the first offset that is not counted. A Bronze version that was never seen is
   * taken for the one seen before it.
   *
   * @param version the one after the last that was asked about
   */
  SortedMap<TopicPartition, Long> in(LakeVersion version) {
    version
        .table(TableId.SILVER_ORDERS)
        .forEach(state -> silver.put(state.version(), state.position()));
    long silverRead =
        version
            .tables()
            .filterKeys(table -> table.path().startsWith("gold/"))
            .values()
            .map(TableState::position)
            .min()
            .getOrElse(TableState.NOTHING_READ);
    Map.Entry<Long, Long> bronzeRead = silver.floorEntry(silverRead);
    Map.Entry<Long, SortedMap<TopicPartition, Long>> offset =
        bronzeRead == null ? null : offsets.floorEntry(bronzeRead.getValue());
    return offset == null ? TreeMap.empty() : offset.getValue();
  }
}
