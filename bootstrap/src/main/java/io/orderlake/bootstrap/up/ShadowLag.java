package io.orderlake.bootstrap.up;

import io.orderlake.application.run.Backoff;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.ShadowGroup;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows in a consumer group how far Bronze is, after each of its commits, on a thread of its own:
 * the ingest neither waits for it nor fails with it. Offsets that come while others are being shown
 * take their place. What keeps them from being shown is told once, and tried again.
 */
public final class ShadowLag implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShadowLag.class);
  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private static final String PART = "shadow group";

  /** A broker forgets the offsets of a group in which nobody is, after days. */
  private static final Duration SHOWN_ANEW = Duration.ofHours(1);

  private final @Nullable ShadowGroup group;
  private final Seq<String> topics;
  private final Troubles troubles;
  private final Worker worker;
  private SortedMap<TopicPartition, Long> next = TreeMap.empty();
  private boolean isNew;
  private boolean isStopped;

  private ShadowLag(@Nullable ShadowGroup group, Seq<String> topics, Troubles troubles) {
    this.group = group;
    this.topics = topics;
    this.troubles = troubles;
    this.worker = Worker.start(PART, this::keepShowing, this::stop);
  }

  /** In the configured group; in none where none is. */
  public static ShadowLag of(LakehouseConfig config, Lakehouse lake, Troubles troubles) {
    return new ShadowLag(
        config.kafka().shadowGroup().isEmpty() ? null : lake.get(ShadowGroup.class),
        config.topics(),
        troubles);
  }

  /**
   * In that group.
   *
   * @param topics those that are ingested
   * @param troubles told when offsets cannot be shown, and when they can be again
   */
  static ShadowLag in(ShadowGroup group, Seq<String> topics, Troubles troubles) {
    return new ShadowLag(group, topics, troubles);
  }

  /** Has what an ingest tells shown, and handed on. */
  public Consumer<IngestProgress> before(Consumer<IngestProgress> listener) {
    return progress -> {
      committed(progress.state().nextOffsets());
      listener.accept(progress);
    };
  }

  private synchronized void committed(SortedMap<TopicPartition, Long> offsets) {
    next = offsets.filterKeys(partition -> topics.contains(partition.topic()));
    isNew = true;
    notifyAll();
  }

  private void keepShowing() {
    ShadowGroup shown = group;
    if (shown == null) {
      return;
    }
    int failures = 0;
    Duration pause = SHOWN_ANEW;
    while (waited(pause, failures > 0)) {
      failures = show(shown) ? 0 : failures + 1;
      pause = failures == 0 ? SHOWN_ANEW : PAUSES.after(failures);
    }
    if (failures == 0 && isLeft()) {
      boolean unused = show(shown);
    }
  }

  /**
   * Until there is something new, or for that time; false when it is over.
   *
   * @param isTroubled also something new waits
   */
  private synchronized boolean waited(Duration atMost, boolean isTroubled) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (!isStopped && (isTroubled || !isNew)) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return true;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !isStopped;
  }

  private synchronized boolean isLeft() {
    return isNew;
  }

  private synchronized SortedMap<TopicPartition, Long> taken() {
    isNew = false;
    return next;
  }

  private boolean show(ShadowGroup shown) {
    try {
      shown.show(taken());
      troubles.over(PART, "the shadow group shows again how far Bronze is");
      return true;
    } catch (LakeFailure e) {
      LOG.warn("the shadow group does not show how far Bronze is", e);
      troubles.met(
          PART,
          e.getMessage(),
          "the shadow group does not show how far Bronze is, the ingest goes on: "
              + e.getMessage());
      return false;
    }
  }

  private synchronized void stop() {
    isStopped = true;
    notifyAll();
  }

  /** Ends when the newest offsets were shown, or could not be. */
  @Override
  public void close() throws InterruptedException {
    worker.close();
  }
}
