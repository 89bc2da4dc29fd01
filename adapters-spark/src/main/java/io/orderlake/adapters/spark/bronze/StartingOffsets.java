package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.Json;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
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
   * @throws LakeFailure when Bronze holds more of a partition than the topic does
   */
  static String json(
      String topic, SortedMap<TopicPartition, Long> stored, SortedMap<TopicPartition, Long> ends) {
    stored.forEach(
        (partition, next) -> {
          long end = ends.getOrElse(partition, -1L);
          if (end < next) {
            throw LakeFailure.lasting(
                "Bronze holds "
                    + partition
                    + " up to offset "
                    + next
                    + ", but the topic "
                    + (end < 0 ? "has no such partition" : "ends at " + end)
                    + ": the topic was deleted and made anew, or this is another cluster. Point the"
                    + " ingest at the right cluster, or give the new topic a lake of its own.");
          }
        });
    TreeMap<String, Long> offsets = new TreeMap<>();
    ends.forEach(
        (partition, end) ->
            offsets.put(
                Integer.toString(partition.partition()), stored.getOrElse(partition, EARLIEST)));
    return Json.write(java.util.Map.of(topic, offsets));
  }
}
