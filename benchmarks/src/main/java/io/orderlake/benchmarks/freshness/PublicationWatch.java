package io.orderlake.benchmarks.freshness;

import io.orderlake.bootstrap.up.Worker;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.collection.List;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks a hundred times a second at what the lake has published. */
final class PublicationWatch implements AutoCloseable {
  private static final long LOOK_MILLIS = 10;

  private final LakeVersions versions;
  private final BronzeView bronze;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private final CountedOffsets offsets = new CountedOffsets();
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
    bronze.state().forEach(offsets::saw);
    while (known < newest) {
      known++;
      for (LakeVersion version : versions.version(known)) {
        seen = seen.append(new Publication(known, now, offsets.in(version)));
      }
    }
  }

  private synchronized List<Publication> seen() {
    return seen;
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
