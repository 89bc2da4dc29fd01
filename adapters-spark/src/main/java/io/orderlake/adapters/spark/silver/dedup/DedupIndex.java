package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.history.AddedFiles;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.silver.SilverRows;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.table.SilverColumns;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which event ids Silver holds, and with what content: a copy of some of Silver's columns on local
 * disk, made for looking up single ids. It follows Silver's commits; losing it loses nothing, since
 * it begins from a snapshot, or is made anew from Silver, whenever it is missing, damaged, or of
 * another history of the table.
 */
public final class DedupIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DedupIndex.class);
  private static final List<String> COLUMNS =
      List.of(SilverColumns.EVENT_ID, SilverColumns.CONTENT_HASH, OptionalField.KIND.field());

  /** Bounds what is in memory at once while following. */
  private static final long RECORDS_AT_ONCE = 500_000;

  private final LakeTable silver;
  private final Option<IdSnapshots> snapshots;
  private Path directory;
  private boolean ownCopy;
  private volatile boolean isUnreadable;

  /**
   * Opens nothing yet.
   *
   * @param directory on local disk, for this table alone
   */
  public DedupIndex(LakeTable silver, Path directory) {
    this(silver, directory, Option.none());
  }

  /**
   * As above.
   *
   * @param snapshots from which it begins where the directory holds none; closed with it
   */
  public DedupIndex(LakeTable silver, Path directory, Option<IdSnapshots> snapshots) {
    this.silver = silver;
    this.directory = directory;
    this.snapshots = snapshots;
  }

  /** Looks up single ids; for any thread, until Silver changes. */
  public interface Lookup {
    /** The content that Silver holds under the id in UTF-8, or under its key; or null. */
    @Nullable ContentHash contentOf(byte[] id);

    /** Whether Silver has withdrawn the event with that id in UTF-8, or that key. */
    boolean isWithdrawn(byte[] id);
  }

  private static final Lookup NOTHING =
      new Lookup() {
        @Override
        public @Nullable ContentHash contentOf(byte[] id) {
          return null;
        }

        @Override
        public boolean isWithdrawn(byte[] id) {
          return false;
        }
      };

  private final class Stored implements Lookup {
    private final IdStore ids;

    Stored(IdStore ids) {
      this.ids = ids;
    }

    @Override
    public @Nullable ContentHash contentOf(byte[] id) {
      byte[] content = get(IdKey.of(id));
      return content == null ? null : ContentHash.ofBytes(content);
    }

    @Override
    public boolean isWithdrawn(byte[] id) {
      return get(IdKey.ofWithdrawal(id)) != null;
    }

    private byte @Nullable [] get(byte[] key) {
      try {
        return ids.get(key);
      } catch (RocksDBException e) {
        throw noted(Failures.of("reading the index of Silver's event ids in " + directory, e));
      }
    }
  }

  /** Looks into Silver as it is now. */
  public synchronized Lookup lookup() {
    return Failures.during(
        "bringing up the index of Silver's event ids in " + directory,
        () -> {
          try {
            IdStore ids = current();
            return ids.isEmpty() ? NOTHING : new Stored(ids);
          } catch (RocksDBException e) {
            IdStore.close(directory); // after a failed write it takes nothing until opened again
            throw noted(Failures.of("the index of Silver's event ids in " + directory, e));
          }
        });
  }

  private LakeFailure noted(LakeFailure failure) {
    isUnreadable |= isOfItsFiles(failure);
    return failure;
  }

  /** A full disk, or whatever else the machine lacks, passes and says nothing of them. */
  private static boolean isOfItsFiles(LakeFailure failure) {
    return failure.getCause() instanceof RocksDBException
        && (!failure.retryable() || failure.failureCause() == FailureCause.STORE_FAULT);
  }

  private IdStore current() throws IOException, RocksDBException, InterruptedException {
    // a snapshot may have the damage, too
    boolean anew = isUnreadable;
    IdStore ids = anew ? null : broughtUp(null);
    if (ids == null && !anew) {
      IdStore.remove(directory);
      ids = restored();
    }
    if (ids == null) {
      LOG.info("the index of Silver's event ids in {} is made anew from Silver", directory);
      IdStore.remove(directory);
      isUnreadable = false;
      ids = followed(opened(), TableState.NOTHING_READ);
    }
    if (!ownCopy) {
      for (IdSnapshots all : snapshots) {
        all.grown(ids);
      }
    }
    return ids;
  }

  /**
   * What the directory holds; null when that cannot be brought up to Silver.
   *
   * @param from the snapshot that lies in it; null for none
   */
  private @Nullable IdStore broughtUp(@Nullable IdSnapshot from) {
    try {
      return Failures.during(
          "following Silver",
          () -> {
            IdStore ids = opened();
            if (from != null) { // before another store may take this one's place
              ids.snapshot(from);
            }
            DedupIndexPosition position = DedupIndexPosition.parse(ids.position());
            return position != null && position.isPartOf(silver)
                ? followed(ids, position.version())
                : null;
          });
    } catch (LakeFailure e) { // also of a file that was joined with others since, and is gone
      if (e.retryable() && !isOfItsFiles(e)) {
        IdStore.close(directory); // after a failed write it takes nothing until opened again
        throw e;
      }
      LOG.warn("the index of Silver's event ids in {} is of no use", directory, e);
      return null;
    }
  }

  private @Nullable IdStore restored() throws InterruptedException {
    for (IdSnapshots all : snapshots) {
      IdSnapshot snapshot = all.restore(directory, this::isOfSilver);
      if (snapshot != null) {
        return broughtUp(snapshot);
      }
    }
    return null;
  }

  private boolean isOfSilver(String text) {
    DedupIndexPosition position = DedupIndexPosition.parse(text);
    return position != null && position.isPartOf(silver);
  }

  /** Lets go of the copy and removes it. */
  public synchronized void remove() {
    close();
    Failures.during(
        "removing " + directory,
        () -> {
          IdStore.remove(directory);
          return directory;
        });
  }

  private IdStore opened() throws IOException, RocksDBException {
    try {
      return IdStore.at(directory);
    } catch (RocksDBException e) {
      if (!IdStore.isHeldElsewhere(e)) {
        throw e;
      }
      // a runner that is just ending; a copy of one's own costs time, waiting might cost more
      LOG.warn("the index of Silver's event ids in {} is in use by another process", directory, e);
      directory = directory.resolveSibling(directory.getFileName() + "-" + UUID.randomUUID());
      ownCopy = true;
      return IdStore.at(directory);
    }
  }

  /** Lets go of the copy; idempotent. */
  @Override
  public synchronized void close() {
    snapshots.forEach(IdSnapshots::close);
    IdStore.close(directory);
    if (ownCopy) {
      Failures.during(
          "removing " + directory,
          () -> {
            IdStore.remove(directory);
            return directory;
          });
    }
  }

  private IdStore followed(IdStore ids, long after) throws IOException, RocksDBException {
    IdStore followed = ids;
    for (AddedFiles commit : silver.history().addedAfter(after, silver.version())) {
      if (commit.replaces()) {
        IdStore.remove(directory);
        followed = opened();
      }
      follow(followed, commit);
    }
    return followed;
  }

  /** The position moves with the last of the files. */
  private void follow(IdStore ids, AddedFiles commit) throws IOException, RocksDBException {
    String before = String.valueOf(ids.position());
    DataFileReader columns = silver.storedRows(COLUMNS);
    List<IdStore.Entry> entries = new ArrayList<>();
    for (DataFile file : commit.files()) {
      if (entries.size() + file.records() > RECORDS_AT_ONCE && !entries.isEmpty()) {
        ids.add(entries, before);
        entries.clear();
      }
      read(columns.of(file), entries);
    }
    ids.add(entries, DedupIndexPosition.at(silver, commit.version()).text());
  }

  private static void read(Iterator<InternalRow> rows, List<IdStore.Entry> entries) {
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      byte[] id = row.getBinary(0);
      byte[] key = SilverRows.isWithdrawal(row, 2) ? IdKey.ofWithdrawal(id) : IdKey.of(id);
      entries.add(new IdStore.Entry(key, row.getBinary(1)));
    }
  }
}
