package io.orderlake.benchmarks.freshness;

import io.orderlake.bootstrap.up.Worker;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks a hundred times a second at what the lake has published, and works out by positions which
 * offsets its Gold tables have counted: the Silver version that Gold has read, the Bronze version
 * that Silver had read by then, the offsets of Bronze at that version.
 */
final class PublicationWatch implements AutoCloseable {
  private static final long LOOK_MILLIS = 10;

  private final LakeVersions versions;
  private final BronzeView bronze;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Next offsets by Bronze version. */
  private final java.util.TreeMap<Long, SortedMap<TopicPartition, Long>> offsets =
      new java.util.TreeMap<>();

  /** How far Silver had read Bronze, by Silver version. */
  private final java.util.TreeMap<Long, Long> silver = new java.util.TreeMap<>();

  private List<Publication> seen = List.empty();
  private long known;

  private PublicationWatch(Lakehouse lake) {
    this.versions = lake.get(LakeVersions.class);
    this.bronze = lake.get(BronzeView.class);
  }

  /** Watches until it is closed. */
  static Watching start(Lakehouse lake) {
    PublicationWatch watch = new PublicationWatch(lake);
    return new Watching(watch, Worker.start("watch", watch::keep, watch::close));
  }

  /** A watch and its thread. */
  record Watching(PublicationWatch watch, Worker worker) implements AutoCloseable {
    /** What was seen so far, oldest first. */
    List<Publication> seen() {
      worker.throwIfBroken();
      return watch.seen();
    }

    @Override
    public void close() throws InterruptedException {
      worker.close();
    }
  }

  private void keep() {
    try {
      while (!stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void look() {
    long newest = versions.latest().number();
    Instant now = Instant.now();
    for (BronzeState state : bronze.state()) {
      offsets.put(state.table().version(), state.nextOffsets());
    }
    while (known < newest) {
      known++;
      for (LakeVersion version : versions.version(known)) {
        version
            .table(TableId.SILVER_ORDERS)
            .forEach(state -> silver.put(state.version(), state.position()));
        seen = seen.append(new Publication(now, counted(version)));
      }
    }
  }

  /** A Bronze version that was never seen counts as the one seen before it. */
  private SortedMap<TopicPartition, Long> counted(LakeVersion version) {
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

  private synchronized List<Publication> seen() {
    return seen;
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
