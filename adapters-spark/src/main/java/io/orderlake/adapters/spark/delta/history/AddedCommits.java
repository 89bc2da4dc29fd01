package io.orderlake.adapters.spark.delta.history;

import io.orderlake.adapters.spark.delta.file.AddActions;
import io.orderlake.adapters.spark.delta.history.ReadCommits.Commit;
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
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.delta.util.FileNames;
import org.jspecify.annotations.Nullable;
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
  private final ReadCommits commits;
  private final Duration neverRemoved;

  AddedCommits(DeltaLog log, AddActions files, ReadCommits commits, Duration neverRemoved) {
    this.log = log;
    this.files = files;
    this.commits = commits;
    this.neverRemoved = neverRemoved;
  }

  /**
   * A commit that counts for who reads the table on.
   *
   * @param added what it added; null where all that the table holds then counts
   */
  private record Part(long version, @Nullable Commit added, boolean replaces) {}

  List<AddedFiles> between(long after, long upTo) throws IOException {
    List<AddedFiles> between = new ArrayList<>();
    for (Part part : parts(after, upTo)) {
      List<AddFile> named = named(part);
      requireFiles(part, named);
      between.add(new AddedFiles(part.version, files.files(named), part.replaces));
    }
    return between;
  }

  /** What {@link #between} comes to, without a look at the files. */
  List<AddedRecords> counted(long after, long upTo) throws IOException {
    return parts(after, upTo).stream()
        .map(part -> new AddedRecords(part.version, records(part)))
        .toList();
  }

  private List<Part> parts(long after, long upTo) throws IOException {
    if (upTo <= after) {
      return List.of();
    }
    Part whole = new Part(upTo, null, false);
    boolean isBeginning = after == TableState.NOTHING_READ;
    if (isBeginning && !store().exists(FileNames.unsafeDeltaFile(log.logPath(), 0))) {
      return List.of(whole);
    }
    List<Part> parts = new ArrayList<>();
    long next = after + 1;
    for (Commit commit : commits.between(after, upTo)) {
      if (isBeginning && commit.rearranges()) {
        return List.of(whole);
      }
      requireNext(commit.version(), next++);
      if (commit.replaces()) {
        parts.clear();
      }
      parts.add(new Part(commit.version(), commit.replaces() ? null : commit, commit.replaces()));
    }
    requireNext(upTo + 1, next);
    return parts;
  }

  private List<AddFile> named(Part part) {
    return part.added == null ? filesAt(part.version) : commits.added(part.added);
  }

  private long records(Part part) {
    return part.added == null
        ? filesAt(part.version).stream().mapToLong(file -> files.file(file).records()).sum()
        : part.added.records();
  }

  /** The last commit of the range that replaced what was there; -1 for none. */
  long lastReplacement(long after, long upTo) {
    return commits.between(after, upTo).stream()
        .filter(Commit::replaces)
        .mapToLong(Commit::version)
        .max()
        .orElse(-1);
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

  private List<AddFile> filesAt(long version) {
    Snapshot snapshot = log.getSnapshotAt(version, Option.empty(), Option.empty());
    return snapshot.allFiles().collectAsList();
  }

  private void requireNext(long found, long expected) {
    if (found != expected) {
      throw gone("commit " + expected);
    }
  }

  private void requireFiles(Part part, List<AddFile> named) throws IOException {
    Optional<Path> missing = part.added == null ? Optional.empty() : missing(named);
    if (missing.isPresent()) {
      throw gone("file " + missing.get() + ", which commit " + part.version + " added,");
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
