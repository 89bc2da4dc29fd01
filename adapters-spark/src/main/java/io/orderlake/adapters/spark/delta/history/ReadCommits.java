package io.orderlake.adapters.spark.delta.history;

import io.orderlake.adapters.spark.delta.file.AddActions;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * The commits of a table that somebody reads on, each read once: what a backlog comes to is known
 * at every range of it, and is not read again for each. The files that were added are kept of some,
 * and read again of the others. What lies at or before where the last reader began is forgotten.
 * Safe for use by several threads.
 */
public final class ReadCommits {
  /** Some 12 MB. */
  private static final int FILES_KEPT = 10_000;

  private final DeltaLog log;
  private final AddActions actions;
  private final int filesKept;
  private final NavigableMap<Long, Commit> known = new TreeMap<>();
  private int files;

  /**
   * Of the table with that log; nothing of it is read yet.
   *
   * @param actions the table's
   */
  public ReadCommits(DeltaLog log, AddActions actions) {
    this(log, actions, FILES_KEPT);
  }

  ReadCommits(DeltaLog log, AddActions actions, int filesKept) {
    this.log = log;
    this.actions = actions;
    this.filesKept = filesKept;
  }

  /**
   * What one commit did to the table's rows.
   *
   * @param records in the files that it added
   * @param replaces whether it removed rows, so that what the table holds then counts
   * @param rearranges whether it put rows into other files
   * @param added the files with new rows; null where they are not kept
   */
  record Commit(
      long version,
      long records,
      boolean replaces,
      boolean rearranges,
      @Nullable List<AddFile> added) {
    private int size() {
      return added == null ? 0 : added.size();
    }

    private Commit withoutFiles() {
      return new Commit(version, records, replaces, rearranges, null);
    }
  }

  /** The commits after a version that the log still holds, oldest first. */
  synchronized List<Commit> between(long after, long upTo) {
    forget(known.headMap(after, true));
    long next = after + 1;
    while (known.containsKey(next) && next <= upTo) {
      next++;
    }
    if (next <= upTo) {
      forget(known.tailMap(next, true));
      read(next, upTo);
    }
    return List.copyOf(known.headMap(upTo, true).values());
  }

  private void forget(NavigableMap<Long, Commit> some) {
    some.values().forEach(commit -> files -= commit.size());
    some.clear();
  }

  private void read(long from, long upTo) {
    Iterator<Tuple2<Object, Seq<Action>>> changes = log.getChanges(from, upTo, false);
    while (changes.hasNext()) {
      Tuple2<Object, Seq<Action>> change = changes.next();
      long version = (long) change._1();
      Commit commit = commit(version, JavaConverters.seqAsJavaList(change._2()));
      Commit kept = files + commit.size() <= filesKept ? commit : commit.withoutFiles();
      files += kept.size();
      known.put(version, kept);
    }
  }

  private Commit commit(long version, List<Action> done) {
    List<AddFile> added = added(done);
    return new Commit(
        version,
        added.stream().mapToLong(file -> actions.file(file).records()).sum(),
        done.stream().anyMatch(a -> a instanceof RemoveFile file && file.dataChange()),
        done.stream().anyMatch(a -> a instanceof RemoveFile file && !file.dataChange()),
        added);
  }

  private static List<AddFile> added(List<Action> done) {
    List<AddFile> added = new ArrayList<>();
    for (Action action : done) {
      if (action instanceof AddFile file && file.dataChange()) {
        added.add(file);
      }
    }
    return added;
  }

  /** The files with new rows of a commit. */
  List<AddFile> added(Commit commit) {
    List<AddFile> kept = commit.added;
    return kept != null ? kept : readAgain(commit.version);
  }

  private List<AddFile> readAgain(long version) {
    Iterator<Tuple2<Object, Seq<Action>>> changes = log.getChanges(version, version, true);
    return added(JavaConverters.seqAsJavaList(changes.next()._2()));
  }
}
