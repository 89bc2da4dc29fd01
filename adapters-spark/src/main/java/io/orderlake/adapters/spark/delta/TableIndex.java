package io.orderlake.adapters.spark.delta;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;

/**
 * A table's positions and live files, kept up by reading the commits that came since, so that no
 * commit pays for reconstructing the table's whole state. Reads Delta's log and nothing else; used
 * under the lock of its {@link LakeTable}.
 */
final class TableIndex {
  private static final long UNREAD = Long.MIN_VALUE;
  private static final long NOTHING = -1;

  private final DeltaLog log;
  private final Map<String, Long> positions = new HashMap<>();
  private @Nullable Map<String, AddFile> files;
  private long version = UNREAD;

  TableIndex(DeltaLog log) {
    this.log = log;
  }

  /** Brings the index to the snapshot's version. */
  void follow(Snapshot snapshot) {
    if (version == UNREAD && hasCheckpoint(snapshot)) {
      JavaConverters.seqAsJavaList(snapshot.setTransactions()).forEach(this::apply);
    } else {
      replay(Math.max(version, NOTHING), snapshot.version());
    }
    version = snapshot.version();
  }

  /** A log that has no checkpoint yet is short, and reading it needs no Spark job. */
  private static boolean hasCheckpoint(Snapshot snapshot) {
    return snapshot.logSegment().checkpointProvider().version() >= 0;
  }

  private void replay(long after, long upTo) {
    if (upTo > after) {
      Iterator<Tuple2<Object, scala.collection.Seq<Action>>> commits =
          log.getChanges(after + 1, upTo, true);
      while (commits.hasNext()) {
        JavaConverters.seqAsJavaList(commits.next()._2()).forEach(this::apply);
      }
    }
  }

  private void apply(Action action) {
    if (action instanceof SetTransaction txn) {
      positions.put(txn.appId(), txn.version());
    } else if (files != null && action instanceof AddFile file) {
      files.put(file.path(), file);
    } else if (files != null && action instanceof RemoveFile file) {
      files.remove(file.path());
    }
  }

  Map<String, Long> positions() {
    return Map.copyOf(positions);
  }

  /** The live files that are wanted, as of the snapshot. */
  Collection<AddFile> files(Snapshot snapshot, Predicate<AddFile> wanted) {
    return live(snapshot).values().stream().filter(wanted).toList();
  }

  /** The live file of that name, as of the snapshot; null when there is none. */
  @Nullable AddFile file(Snapshot snapshot, String name) {
    return live(snapshot).get(name);
  }

  private Map<String, AddFile> live(Snapshot snapshot) {
    follow(snapshot);
    return files == null ? loadFiles(snapshot) : files;
  }

  /** From now on files are kept up too; a table whose files nobody asks for costs no memory. */
  private Map<String, AddFile> loadFiles(Snapshot snapshot) {
    Map<String, AddFile> live = new LinkedHashMap<>();
    files = live;
    if (hasCheckpoint(snapshot)) {
      snapshot.allFiles().collectAsList().forEach(this::apply);
    } else {
      replay(NOTHING, version);
    }
    return live;
  }
}
