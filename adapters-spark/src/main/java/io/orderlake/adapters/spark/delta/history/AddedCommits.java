package io.orderlake.adapters.spark.delta.history;

import io.orderlake.adapters.spark.delta.file.AddActions;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.delta.util.FileNames;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * What a table's commits added, for projections that read it on; from the last commit on that
 * replaced what was there. Files that commits added may have been joined since, and removed past
 * the retention, and the log of the time with them. Whoever begins with the table then reads it as
 * it was at the end of the range, in one piece; whoever has read a part is told that the rest is
 * gone.
 */
final class AddedCommits {
  /** No vacuum removes a younger file, so the newest commits cost no look for theirs. */
  static final Duration NEVER_REMOVED = Duration.ofDays(1);

  private final DeltaLog log;
  private final AddActions files;
  private final Duration neverRemoved;

  AddedCommits(DeltaLog log, AddActions files, Duration neverRemoved) {
    this.log = log;
    this.files = files;
    this.neverRemoved = neverRemoved;
  }

  /** As {@link AddedFiles}, with the files as the log has them. */
  private record Commit(long version, List<AddFile> files, boolean replaces) {}

  List<AddedFiles> between(long after, long upTo) throws IOException {
    if (upTo <= after) {
      return List.of();
    }
    boolean isBeginning = after == TableState.NOTHING_READ;
    if (isBeginning && !store().exists(FileNames.unsafeDeltaFile(log.logPath(), 0))) {
      return List.of(asOf(upTo));
    }
    List<Commit> commits = new ArrayList<>();
    long next = after + 1;
    Iterator<Tuple2<Object, Seq<Action>>> changes = log.getChanges(after + 1, upTo, false);
    while (changes.hasNext()) {
      Tuple2<Object, Seq<Action>> change = changes.next();
      List<Action> actions = JavaConverters.seqAsJavaList(change._2());
      if (isBeginning && rearranges(actions)) {
        return List.of(asOf(upTo));
      }
      long version = (long) change._1();
      requireNext(version, next++);
      if (replaces(actions)) {
        commits.clear();
        commits.add(new Commit(version, filesAt(version), true));
      } else {
        commits.add(new Commit(version, added(actions), false));
      }
    }
    requireNext(upTo + 1, next);
    requireFiles(commits);
    return commits.stream()
        .map(commit -> added(commit.version, commit.files, commit.replaces))
        .toList();
  }

  /** The last commit of the range that replaced what was there; -1 for none. */
  long lastReplacement(long after, long upTo) {
    long last = -1;
    Iterator<Tuple2<Object, Seq<Action>>> changes = log.getChanges(after + 1, upTo, false);
    while (changes.hasNext()) {
      Tuple2<Object, Seq<Action>> change = changes.next();
      last = replaces(JavaConverters.seqAsJavaList(change._2())) ? (long) change._1() : last;
    }
    return last;
  }

  /** What each commit carries, oldest first; those that are gone are left out. */
  List<CommitNote> notes(long after, long upTo) {
    List<CommitNote> notes = new ArrayList<>();
    if (upTo > after) {
      Iterator<Tuple2<Object, Seq<Action>>> changes = log.getChanges(after + 1, upTo, false);
      while (changes.hasNext()) {
        Tuple2<Object, Seq<Action>> change = changes.next();
        List<Action> actions = JavaConverters.seqAsJavaList(change._2());
        notes.add(new CommitNote((long) change._1(), metadata(actions), moves(actions)));
      }
    }
    return notes;
  }

  private static boolean rearranges(List<Action> actions) {
    return actions.stream().anyMatch(a -> a instanceof RemoveFile file && !file.dataChange());
  }

  private static boolean replaces(List<Action> actions) {
    return actions.stream().anyMatch(a -> a instanceof RemoveFile file && file.dataChange());
  }

  private static List<AddFile> added(List<Action> actions) {
    List<AddFile> files = new ArrayList<>();
    for (Action action : actions) {
      if (action instanceof AddFile file && file.dataChange()) {
        files.add(file);
      }
    }
    return files;
  }

  private static boolean moves(List<Action> actions) {
    return actions.stream().anyMatch(SetTransaction.class::isInstance);
  }

  static String metadata(List<Action> actions) {
    for (Action action : actions) {
      if (action instanceof CommitInfo info && info.userMetadata().isDefined()) {
        return info.userMetadata().get();
      }
    }
    return "";
  }

  /** All rows that the commits up to a version have added, in the files in which they lay then. */
  private AddedFiles asOf(long version) {
    return added(version, filesAt(version), false);
  }

  private AddedFiles added(long version, List<AddFile> added, boolean replaces) {
    return new AddedFiles(version, files.files(added), replaces);
  }

  private List<AddFile> filesAt(long version) {
    Snapshot snapshot = log.getSnapshotAt(version, Option.empty(), Option.empty());
    return snapshot.allFiles().collectAsList();
  }

  private void requireNext(long found, long expected) {
    if (found != expected) {
      throw gone("commit " + expected);
    }
  }

  private void requireFiles(List<Commit> commits) throws IOException {
    for (Commit commit : commits) {
      Optional<Path> missing = missing(commit.files);
      if (missing.isPresent()) {
        throw gone("file " + missing.get() + ", which commit " + commit.version + " added,");
      }
    }
  }

  /** The first of the files that is not there; only those are looked for that a vacuum removes. */
  Optional<Path> missing(Collection<AddFile> named) throws IOException {
    long young = Instant.now().minus(neverRemoved).toEpochMilli();
    for (AddFile file : named) {
      Path path = file.absolutePath(log);
      if (file.modificationTime() <= young && !store().exists(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private LakeFailure gone(String what) {
    return LakeFailure.lasting(
        "%s is gone: it was removed past the retention, or lost. A projection that has read only a part of %s cannot read on; remove the projection's table, and its next run builds it anew from all rows"
            .formatted(what, log.dataPath()));
  }

  private FileSystem store() throws IOException {
    return log.dataPath().getFileSystem(log.newDeltaHadoopConf());
  }
}
