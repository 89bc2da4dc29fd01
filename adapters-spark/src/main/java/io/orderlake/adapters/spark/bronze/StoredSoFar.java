package io.orderlake.adapters.spark.bronze;

import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.table.BronzePositionNames;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where Bronze stands when a batch is written.
 *
 * @param next by partition, the first offset that it does not hold
 * @param after by partition that was read whole, the offset after the last record before it
 */
record StoredSoFar(HashMap<String, Long> next, HashMap<TopicPartition, Long> after)
    implements Serializable {
  /**
   * As the positions say.
   *
   * @param read what was read whole
   */
  static StoredSoFar of(Map<String, Long> positions, List<ReadRange> read) {
    HashMap<TopicPartition, Long> after = new HashMap<>();
    for (ReadRange range : read) {
      TopicPartition partition = range.partition();
      long next = positions.getOrDefault(BronzePositionNames.next(partition), range.from());
      after.put(partition, positions.getOrDefault(BronzePositionNames.after(partition), next));
    }
    return new StoredSoFar(new HashMap<>(positions), after);
  }

  /** What is stored of that partition, from there on. */
  RecordRun run(TopicPartition partition) {
    return new RecordRun(
        partition,
        next.getOrDefault(BronzePositionNames.next(partition), 0L),
        after.getOrDefault(partition, RecordRun.NOT_KNOWN));
  }
}
