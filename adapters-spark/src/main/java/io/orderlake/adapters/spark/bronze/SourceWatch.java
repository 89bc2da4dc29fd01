package io.orderlake.adapters.spark.bronze;

import io.orderlake.domain.bronze.IngestStart;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.util.function.Consumer;

/**
 * Looks at the source before each batch: whether the ingest can go on, and what else than records
 * there is to tell. Used by one query, on its thread.
 */
final class SourceWatch {
  private final String topic;
  private final Option<String> topicId;
  private final SourceOffsets offsets;
  private final Consumer<SourceState> changed;
  private int partitions = -1;
  private long held = -1;

  /**
   * Has seen nothing yet.
   *
   * @param topicId that the query has begun with
   * @param changed told when the topic has another number of partitions, or transactions hold back
   *     another number of offsets, than the last time
   */
  SourceWatch(
      String topic, Option<String> topicId, SourceOffsets offsets, Consumer<SourceState> changed) {
    this.topic = topic;
    this.topicId = topicId;
    this.offsets = offsets;
    this.changed = changed;
  }

  /**
   * Looks.
   *
   * @param reached up to where the query has read
   * @throws LakeFailure when records that are needed next are gone, or the topic is another one
   */
  SourceState look(SortedMap<TopicPartition, Long> reached) {
    SourceState now = offsets.state();
    refuse(new IngestStart(topic, topicId, reached, now));
    if (now.ends().size() != partitions || now.held() != held) {
      partitions = now.ends().size();
      held = now.held();
      changed.accept(now);
    }
    return now;
  }

  /** Throws what is in the way, if there is something. */
  static void refuse(IngestStart start) {
    start
        .problem()
        .forEach(
            sentence -> {
              throw LakeFailure.because(FailureCause.SOURCE_LOST, sentence);
            });
  }
}
