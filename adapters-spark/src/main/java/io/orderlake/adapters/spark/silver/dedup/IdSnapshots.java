package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.protocol.json.MalformedJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.ThreadUtils;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the dedup index in the lake's own store, from which a machine that has no index begins
 * instead of reading all of Silver. A snapshot is made beside the runs, whenever the ids have grown
 * by so much that following Silver from the last one would take long, or Silver might soon have
 * given up the version that it is to be followed from. Losing or damaging one costs time and
 * nothing else.
 *
 * <p>Its methods are called by one thread at a time.
 */
public final class IdSnapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IdSnapshots.class);

  /** Fewer ids are read from Silver as fast. */
  private static final long WORTH = 500_000;

  /** What is followed after a snapshot is at most such a part of it. */
  private static final int PART = 8;

  /** Silver's versions can be followed from for longer, whatever the retention. */
  private static final Duration AGE = Duration.ofHours(12);

  private static final Duration TRIED_AGAIN_AFTER = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SnapshotObjects objects;
  private final long worth;
  private final Duration patience;
  private final InstantSource clock;
  private final ExecutorService beside =
      ThreadUtils.newDaemonSingleThreadExecutor("index-snapshot");

  private @Nullable IdStore seen;
  private @Nullable IdSnapshot last;
  private long dueFrom;
  private Instant dueAt = Instant.MAX;
  private @Nullable Making making;

  /**
   * Snapshots in that folder.
   *
   * @param folder for the index of one table alone
   * @param worth how many ids there have to be
   * @param patience how long one that is under way may take when the index is let go
   * @param clock tells how old one is
   */
  public IdSnapshots(
      Path folder, Configuration hadoop, long worth, Duration patience, InstantSource clock) {
    this.objects = new SnapshotObjects(folder, hadoop);
    this.worth = worth;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Those of an index of a lake in a store; none for a lake on a disk, which has its index there.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   * @param index its name
   */
  public static Option<IdSnapshots> of(String lakeRoot, String index, Configuration hadoop) {
    String scheme = new Path(lakeRoot).toUri().getScheme();
    return scheme == null || scheme.equals("file")
        ? Option.none()
        : Option.some(
            new IdSnapshots(
                new Path(lakeRoot + "/indexes/" + index),
                hadoop,
                WORTH,
                PATIENCE,
                InstantSource.system()));
  }

  /** A snapshot that is being made of a store. */
  private record Making(IdStore ids, Future<IdSnapshot> snapshot) {}

  /**
   * Brings the newest snapshot that will do into a directory.
   *
   * @param directory what is in it is removed
   * @param isKnown whether Silver has been at that position
   * @return the snapshot; null when there is none
   * @throws LakeFailure when the store may do better later
   */
  @Nullable IdSnapshot restore(java.nio.file.Path directory, Predicate<String> isKnown)
      throws InterruptedException {
    return objects.restore(directory, isKnown);
  }

  /**
   * Begins a snapshot where one is due; it goes on beside the caller. A failure to make it is said
   * in the log alone.
   *
   * @param ids the index, brought up
   */
  void grown(IdStore ids) throws RocksDBException {
    conclude();
    if (making != null) {
      return;
    }
    if (seen != ids) {
      seen = ids;
      IdSnapshot noted = lastOf(ids);
      made(noted != null && objects.has(noted) ? noted : null);
    }
    long count = ids.count();
    Instant now = clock.instant();
    String position = String.valueOf(ids.position());
    if (count < dueFrom && (now.isBefore(dueAt) || isOfLast(position))) {
      return;
    }
    dueFrom = dueAfter(count); // should it fail
    dueAt = now.plus(TRIED_AGAIN_AFTER);
    List<IdSnapshot.Part> before = last == null ? List.of() : last.files();
    try {
      java.nio.file.Path frozen = ids.frozen();
      making =
          new Making(ids, beside.submit(() -> objects.store(frozen, position, count, now, before)));
    } catch (IOException | RocksDBException e) { // the index itself is sound
      LOG.warn("no snapshot of the index of Silver's event ids in {}", objects, e);
    }
  }

  /** What the next one is due after. */
  private void made(@Nullable IdSnapshot snapshot) {
    last = snapshot;
    dueFrom = dueAfter(snapshot == null ? 0 : snapshot.ids());
    dueAt = snapshot == null ? Instant.MAX : snapshot.taken().plus(AGE);
  }

  private boolean isOfLast(String position) {
    return last != null && last.position().equals(position);
  }

  private long dueAfter(long ids) {
    return ids + Math.max(worth, ids / PART);
  }

  private static @Nullable IdSnapshot lastOf(IdStore ids) throws RocksDBException {
    byte[] last = ids.snapshot();
    try {
      return last == null ? null : IdSnapshot.read(last);
    } catch (MalformedJson e) {
      return null;
    }
  }

  /** Has the index note the snapshot that has been made of it meanwhile. */
  private void conclude() {
    Making done = making;
    if (done == null || !done.snapshot.isDone()) {
      return;
    }
    making = null;
    try {
      IdSnapshot snapshot = done.snapshot.get();
      if (done.ids == seen && done.ids.isOpen()) {
        done.ids.snapshot(snapshot);
        made(snapshot);
      }
    } catch (ExecutionException e) {
      LOG.warn("no snapshot of the index of Silver's event ids in {}", objects, e.getCause());
    } catch (RocksDBException e) { // the snapshot is there; what it is made of is stored again
      LOG.warn("the index of Silver's event ids notes no snapshot in {}", objects, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is done: nobody waits
    }
  }

  /**
   * Lets one that is under way come to its end if that is near. What it has stored until then is
   * removed by a later one.
   */
  @Override
  public void close() {
    try {
      beside.shutdown();
      boolean unused = beside.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
      conclude();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      SnapshotObjects.end(beside);
    }
  }
}
