package io.orderlake.adapters.spark.delta.history;

import io.orderlake.adapters.spark.delta.file.AddActions;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.domain.lake.LakeFailure;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.CommitInfo;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** What the commits of one table did, for whoever reads it on. */
public final class TableHistory {
  private final DeltaLog log;
  private final AddActions files;
  private final ReadCommits read;

  /**
   * The history of the table with that log.
   *
   * @param files the table's
   * @param read of the same table
   */
  public TableHistory(DeltaLog log, AddActions files, ReadCommits read) {
    this.log = log;
    this.files = files;
    this.read = read;
  }

  /**
   * What the commits after a version added, oldest first, from the last one on that replaced what
   * was there: of such a one, all that the table holds then. For whoever begins with a table whose
   * files have been joined or removed since, or whose early log is gone: in place of the commits
   * one that holds the table as it was at {@code upTo}.
   *
   * @param after -1 for all there are
   * @param upTo the last version to look at
   * @throws LakeFailure when a commit or a file in the range is gone and {@code after} is not -1
   */
  public List<AddedFiles> addedAfter(long after, long upTo) {
    return during(
        "reading commits " + (after + 1) + " to " + upTo + " of",
        () -> commits().between(after, upTo));
  }

  /**
   * What {@link #addedAfter} comes to by commit; whether the files are there is not looked at.
   *
   * @throws LakeFailure when a commit in the range is gone and {@code after} is not -1
   */
  public List<AddedRecords> countedAfter(long after, long upTo) {
    return during(
        "reading commits " + (after + 1) + " to " + upTo + " of",
        () -> commits().counted(after, upTo));
  }

  /** The last commit after a version that replaced what was there; -1 for none. */
  public long lastReplacement(long after, long upTo) {
    return during(
        "reading commits " + (after + 1) + " to " + upTo + " of",
        () -> commits().lastReplacement(after, upTo));
  }

  /** What the commits after a version carry beside their files, oldest first. */
  public List<CommitNote> notesAfter(long after, long upTo) {
    return during(
        "reading commits " + (after + 1) + " to " + upTo + " of",
        () -> commits().notes(after, upTo));
  }

  /** False when one of the files was removed, by a vacuum or by somebody. */
  public boolean hasAll(Collection<AddFile> live) {
    return during("looking for the files of", () -> commits().missing(live).isEmpty());
  }

  /** The live files of a version; none before the first. */
  public List<DataFile> filesAt(long version) {
    return during(
        "listing the files of version " + version + " of",
        () ->
            version < 0
                ? List.<DataFile>of()
                : files.files(
                    log.getSnapshotAt(version, Option.empty(), Option.empty())
                        .allFiles()
                        .collectAsList()));
  }

  /**
   * The metadata of the newest commit that set a position.
   *
   * @param appId the position
   * @param position what it was set to
   * @throws LakeFailure when the log holds no such commit
   */
  public String metadataAt(String appId, long position) {
    return during(
        "looking for position " + appId + " in the log of",
        () -> new PositionSearch(log).metadata(appId, position));
  }

  /**
   * The identity of a commit, which no other commit has, whatever its version.
   *
   * @return none when the log no longer holds the commit, or another client gave it no identity
   */
  public Option<String> commitId(long version) {
    return during(
        "reading commit " + version + " of",
        () -> {
          Iterator<Tuple2<Object, Seq<Action>>> changes = log.getChanges(version, version, false);
          return changes.hasNext() ? commitId(changes.next()._2()) : Option.empty();
        });
  }

  private static Option<String> commitId(Seq<Action> actions) {
    for (Action action : JavaConverters.seqAsJavaList(actions)) {
      if (action instanceof CommitInfo info) {
        return info.txnId();
      }
    }
    return Option.empty();
  }

  private AddedCommits commits() {
    return new AddedCommits(log, files, read, AddedCommits.NEVER_REMOVED);
  }

  private <T> T during(String attempt, Callable<T> action) {
    return Failures.during(attempt + " " + log.dataPath(), action);
  }
}
