package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.protocol.json.MalformedJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.Duration;
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
 * by so much that following Silver from the last one would take long. Losing or damaging one costs
 * time and nothing else.
 *
 * <p>Its methods are called by one thread at a time.
 */
public final class IdSnapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IdSnapshots.class);

  /** Fewer ids are read from Silver as fast. */
  private static final long WORTH = 500_000;

  /** What is followed after a snapshot is at most such a part of it. */
  private static final int PART = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SnapshotObjects objects;
  private final long worth;
  private final Duration patience;
  private final ExecutorService beside =
      ThreadUtils.newDaemonSingleThreadExecutor("index-snapshot");

  private @Nullable IdStore seen;
  private long due;
  private @Nullable Making making;

  /**
   * Snapshots in that folder.
   *
   * @param folder for the index of one table alone
   * @param worth how many ids there have to be
   * @param patience how long one that is under way may take when the index is let go
   */
  public IdSnapshots(Path folder, Configuration hadoop, long worth, Duration patience) {
    this.objects = new SnapshotObjects(folder, hadoop);
    this.worth = worth;
    this.patience = patience;
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
            new IdSnapshots(new Path(lakeRoot + "/indexes/" + index), hadoop, WORTH, PATIENCE));
  }

  /** A snapshot that is being made of a store. */
  private record Making(IdStore ids, Future<IdSnapshot> snapshot) {}

  /**
   * Brings the newest snapshot that will do into a directory; what cannot be read is passed over.
   *
   * @param directory what is in it is removed
   * @param isKnown whether Silver has been at that position
   * @return the snapshot; null when there is none
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
      IdSnapshot last = lastOf(ids);
      due = dueAfter(last == null ? 0 : last.ids());
    }
    long count = ids.count();
    if (count < due) {
      return;
    }
    due = dueAfter(count); // should it fail
    String position = String.valueOf(ids.position());
    IdSnapshot last = lastOf(ids);
    List<IdSnapshot.Part> before = last == null ? List.of() : last.files();
    try {
      java.nio.file.Path frozen = ids.frozen();
      making = new Making(ids, beside.submit(() -> objects.store(frozen, position, count, before)));
    } catch (IOException | RocksDBException e) { // the index itself is sound
      LOG.warn("no snapshot of the index of Silver's event ids in {}", objects, e);
    }
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
  private void conclude() throws RocksDBException {
    Making made = making;
    if (made == null || !made.snapshot.isDone()) {
      return;
    }
    making = null;
    try {
      IdSnapshot snapshot = made.snapshot.get();
      if (made.ids == seen && made.ids.isOpen()) {
        made.ids.snapshot(snapshot);
        due = dueAfter(snapshot.ids());
      }
    } catch (ExecutionException e) {
      LOG.warn("no snapshot of the index of Silver's event ids in {}", objects, e.getCause());
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
    } catch (RocksDBException e) {
      LOG.warn("the index of Silver's event ids notes no snapshot in {}", objects, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      SnapshotObjects.end(beside);
    }
  }
}
