package io.orderlake.domain.bronze;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Stores Kafka's records in Bronze: every acknowledged record once, byte for byte, from the
 * earliest offset at the first start and from Bronze's own positions at every later one.
 *
 * <p>Data and positions are stored in one commit, so an ingest may be killed at any time and
 * started again; two at once waste work but store nothing twice.
 */
public interface BronzeIngest {
  /**
   * Starts an ingest that runs until it is closed.
   *
   * @param interval the least time between two commits
   * @param listener told after each commit, and when the source has got partitions or the number of
   *     offsets that open transactions hold back has changed; on the ingest's thread
   */
  RunningIngest start(Duration interval, Consumer<IngestProgress> listener);

  /**
   * Stores what Kafka holds at the time of the call and returns.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when Kafka or Bronze fail, when offsets that
   *     Bronze needs next are gone from Kafka, or when the topic is another one than Bronze was
   *     filled from (nothing is skipped in silence, nothing is read then)
   */
  IngestProgress catchUp(Consumer<IngestProgress> listener);

  /**
   * Goes on past offsets that are lost. The acceptance is part of Bronze from then on, in the same
   * commit that moves the next offset past the gap; accepting it again changes nothing.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when exactly this gap is not there
   */
  void acceptGap(OffsetGap gap);
}
