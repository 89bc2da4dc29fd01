package io.orderlake.adapters.delta.lake;

import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.SetTransaction;
import io.delta.kernel.internal.replay.ActionWrapper;
import io.delta.kernel.internal.replay.ActionsIterator;
import io.delta.kernel.internal.snapshot.LogSegment;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The positions (Delta's SetTransaction actions) that a table's commits carry, as of the newest
 * commit. The log is read once; after that, asking costs two look-ups by name and the reading of
 * the commits made since. Safe for use by several threads.
 */
public final class CommittedPositions {
  private static final StructType TRANSACTION =
      new StructType().add("txn", SetTransaction.FULL_SCHEMA);

  private final Engine engine;
  private final Configuration configuration;
  private final String table;
  private final LayoutVersion layout;
  private Option<Known> known = Option.none();

  CommittedPositions(
      Engine engine, Configuration configuration, String table, LayoutVersion layout) {
    this.engine = engine;
    this.configuration = configuration;
    this.table = table;
    this.layout = layout;
  }

  /**
   * A table's newest commit.
   *
   * @param version its Delta version
   * @param positions by application id, the newest version committed under it
   */
  public record Newest(long version, Map<String, Long> positions) {}

  private record Known(Newest newest, Commit commit) {}

  /** A commit's file; a table made anew has others under the same names. */
  private record Commit(String path, long length, long modified) {
    static Commit of(FileStatus file) {
      return new Commit(file.getPath().toString(), file.getLen(), file.getModificationTime());
    }

    io.delta.kernel.utils.FileStatus file() {
      return io.delta.kernel.utils.FileStatus.of(path, length, modified);
    }
  }

  /**
   * The newest commit, or none when there is no table.
   *
   * @throws LakeFailure when the log cannot be read, or the table has a newer layout than the known
   *     one
   */
  public synchronized Option<Newest> newest() {
    known = Failures.attempt("reading the log of " + table, this::refresh);
    return known.map(Known::newest);
  }

  private Option<Known> refresh() throws IOException {
    Option<Known> last = known.filter(k -> commit(k.newest.version).contains(k.commit));
    return last.isEmpty() ? load() : last.map(this::advance);
  }

  private Known advance(Known from) {
    Known at = from;
    for (Option<Commit> next = commit(at.newest.version + 1);
        next.isDefined();
        next = commit(at.newest.version + 1)) {
      long version = at.newest.version + 1;
      Commit commit = next.get();
      Map<String, Long> positions =
          Failures.attempt("reading commit " + version, () -> read(commit))
              .merge(at.newest.positions);
      at = new Known(new Newest(version, positions), commit);
    }
    return at;
  }

  private Map<String, Long> read(Commit commit) throws IOException {
    Map<String, Long> positions = HashMap.empty();
    try (CloseableIterator<ColumnarBatch> batches =
        engine
            .getJsonHandler()
            .readJsonFiles(
                Utils.singletonCloseableIterator(commit.file()), TRANSACTION, Optional.empty())) {
      while (batches.hasNext()) {
        positions = withOlder(positions, batches.next());
      }
    }
    return positions;
  }

  private Option<Known> load() throws IOException {
    LogSegment log;
    try {
      SnapshotImpl snapshot = (SnapshotImpl) Table.forPath(engine, table).getLatestSnapshot(engine);
      StoredLayout.requireKnown(snapshot, layout, table);
      log = snapshot.getLogSegment();
    } catch (TableNotFoundException e) {
      return Option.none();
    }
    Map<String, Long> positions = HashMap.empty();
    List<io.delta.kernel.utils.FileStatus> newestFirst = log.allLogFilesReversed();
    try (ActionsIterator actions =
        new ActionsIterator(engine, newestFirst, TRANSACTION, Optional.empty())) {
      while (actions.hasNext()) {
        ActionWrapper batch = actions.next();
        positions = withOlder(positions, batch.getColumnarBatch());
      }
    }
    Newest newest = new Newest(log.version, positions);
    Commit commit = commit(log.version).getOrElseThrow(() -> vanished(log.version));
    return Option.some(new Known(newest, commit));
  }

  private static LakeFailure vanished(long version) {
    String message = "commit " + version + " was removed while the log was read; try again";
    return LakeFailure.passing(message, new FileNotFoundException(message));
  }

  private static Map<String, Long> withOlder(Map<String, Long> newer, ColumnarBatch batch) {
    Map<String, Long> positions = newer;
    ColumnVector transactions = batch.getColumnVector(0);
    for (int i = 0; i < batch.getSize(); i++) {
      SetTransaction found = SetTransaction.fromColumnVector(transactions, i);
      if (found != null && !positions.containsKey(found.getAppId())) {
        positions = positions.put(found.getAppId(), found.getVersion());
      }
    }
    return positions;
  }

  private Option<Commit> commit(long version) {
    Path log = new Path(table, "_delta_log");
    Path file =
        new Path(
            FileNames.deltaFile(new io.delta.kernel.internal.fs.Path(log.toString()), version));
    try {
      return Option.some(Commit.of(file.getFileSystem(configuration).getFileStatus(file)));
    } catch (FileNotFoundException e) {
      return Option.none();
    } catch (IOException e) {
      throw Failures.damaged(file.toString(), e);
    }
  }
}
