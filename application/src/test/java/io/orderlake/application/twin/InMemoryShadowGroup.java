package io.orderlake.application.twin;

import io.orderlake.domain.bronze.ShadowGroup;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/** A group that keeps what it is shown. */
public final class InMemoryShadowGroup implements ShadowGroup {
  private final String id;
  private SortedMap<TopicPartition, Long> offsets = TreeMap.empty();
  private boolean isRead;

  public InMemoryShadowGroup(String id) {
    this.id = id;
  }

  @Override
  public synchronized void show(SortedMap<TopicPartition, Long> next) {
    if (isRead) {
      throw LakeFailure.because(
          FailureCause.MISCONFIGURED,
          "offsets in consumer group " + id + " were refused: somebody reads in that group");
    }
    offsets = next.merge(offsets);
  }

  /** What it was shown. */
  public synchronized SortedMap<TopicPartition, Long> offsets() {
    return offsets;
  }

  /** Somebody reads in it from now on, or no more. */
  public synchronized void read(boolean somebody) {
    isRead = somebody;
  }
}
