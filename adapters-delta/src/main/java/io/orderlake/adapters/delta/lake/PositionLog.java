package io.orderlake.adapters.delta.lake;

import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.SetTransaction;
import io.delta.kernel.internal.replay.ActionWrapper;
import io.delta.kernel.internal.replay.ActionsIterator;
import io.delta.kernel.internal.snapshot.LogSegment;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.orderlake.domain.failure.FailureCause;
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
 * Reads the positions (Delta's SetTransaction actions) in a table's log, commit by commit or all up
 * to a version.
 *
 * @param table the table's path
 * @param layout the newest layout that is known
 */
record PositionLog(
    NamingEngine engine, Configuration configuration, String table, LayoutVersion layout) {
  private static final StructType TRANSACTION =
      new StructType().add("txn", SetTransaction.FULL_SCHEMA);

  /**
   * The positions as of one version.
   *
   * @param positions by application id, the newest version committed under it
   * @param commit the version's commit
   */
  record Known(long version, Map<String, Long> positions, Commit commit) {}

  /** A commit's file; a table made anew has others under the same names. */
  record Commit(String path, long length, long modified) {
    /** That of a version, or none when it is not there. */
    static Option<Commit> find(String table, Configuration configuration, long version) {
      Path log = new Path(table, "_delta_log");
      Path file =
          new Path(
              FileNames.deltaFile(new io.delta.kernel.internal.fs.Path(log.toString()), version));
      try {
        return Option.some(of(file.getFileSystem(configuration).getFileStatus(file)));
      } catch (FileNotFoundException e) {
        return Option.none();
      } catch (IOException e) {
        throw Failures.damaged(file.toString(), e);
      }
    }

    static Commit of(FileStatus file) {
      return new Commit(file.getPath().toString(), file.getLen(), file.getModificationTime());
    }

    io.delta.kernel.utils.FileStatus file() {
      return io.delta.kernel.utils.FileStatus.of(path, length, modified);
    }
  }

  /** True when the table still has that commit. */
  boolean holds(Known known) {
    return commit(known.version).contains(known.commit);
  }

  /** The positions one version later, or none when there is no later one. */
  Option<Known> after(Known known) {
    long version = known.version + 1;
    return commit(version)
        .map(
            commit ->
                new Known(
                    version,
                    Failures.attempt("reading commit " + version, () -> read(commit))
                        .merge(known.positions),
                    commit));
  }

  /** As of the newest version. */
  Known newest() throws IOException {
    return read((SnapshotImpl) Table.forPath(engine, table).getLatestSnapshot(engine));
  }

  /** As of that version. */
  Known at(long version) throws IOException {
    return read(engine.snapshot(table, version));
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

  private Known read(SnapshotImpl snapshot) throws IOException {
    StoredLayout.requireKnown(snapshot, layout, table);
    LogSegment log = snapshot.getLogSegment();
    Map<String, Long> positions = HashMap.empty();
    List<io.delta.kernel.utils.FileStatus> newestFirst = log.allLogFilesReversed();
    try (ActionsIterator actions =
        new ActionsIterator(engine, newestFirst, TRANSACTION, Optional.empty())) {
      while (actions.hasNext()) {
        ActionWrapper batch = actions.next();
        positions = withOlder(positions, batch.getColumnarBatch());
      }
    }
    Commit commit = commit(log.version).getOrElseThrow(() -> vanished(log.version));
    return new Known(log.version, positions, commit);
  }

  private static LakeFailure vanished(long version) {
    String message = "commit " + version + " was removed while the log was read; try again";
    return LakeFailure.because(FailureCause.REPLACED, message);
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
    return Commit.find(table, configuration, version);
  }
}
