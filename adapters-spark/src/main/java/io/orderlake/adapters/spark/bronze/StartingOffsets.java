package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.Json;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;
import java.util.TreeMap;

/** Where a query starts to read: at Bronze's own positions, never at a checkpoint's. */
final class StartingOffsets {
  /** Kafka's code for the earliest offset there is. */
  private static final long EARLIEST = -2;

  private StartingOffsets() {}

  /**
   * The offsets in the form that Spark's Kafka source takes.
   *
   * @param stored the next offset by partition, as Bronze knows it
   * @param ends the source's partitions and their ends
   */
  static String json(
      String topic, SortedMap<TopicPartition, Long> stored, SortedMap<TopicPartition, Long> ends) {
    TreeMap<String, Long> offsets = new TreeMap<>();
    ends.forEach(
        (partition, end) ->
            offsets.put(
                Integer.toString(partition.partition()), stored.getOrElse(partition, EARLIEST)));
    return Json.write(java.util.Map.of(topic, offsets));
  }
}
