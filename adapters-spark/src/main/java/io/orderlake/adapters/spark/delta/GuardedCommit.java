package io.orderlake.adapters.spark.delta;

import io.orderlake.adapters.spark.delta.file.AddActions;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.history.TableHistory;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.delta.interop.ScalaValues;
import io.orderlake.adapters.spark.delta.layout.StoredLayout;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * Makes commits that are refused when a position has moved or a file to replace is gone, however
 * many writers there are.
 */
final class GuardedCommit {
  private static final int ATTEMPTS = 10;

  private final DeltaLog log;
  private final TableIndex index;
  private final TableLayout layout;
  private final AddActions files;
  private final TableHistory history;

  /**
   * Commits to that table.
   *
   * @param index of the table; also the lock
   * @param files the table's
   * @param history of the same table
   */
  GuardedCommit(
      DeltaLog log, TableIndex index, TableLayout layout, AddActions files, TableHistory history) {
    this.log = log;
    this.index = index;
    this.layout = layout;
    this.files = files;
    this.history = history;
  }

  /** As {@link LakeTable#commit} promises. */
  long make(TableCommit commit) {
    for (int attempt = 1; ; attempt++) {
      Begun begun = during("starting a commit to", () -> begin(commit));
      try {
        CommitActions delta = new CommitActions(files, commit, begun.replaced);
        return begun.txn.commit(ScalaValues.seq(delta.actions()), delta.operation());
      } catch (Exception e) { // Scala throws checked ones too
        OptionalLong made = readBack(begun.txn, e);
        if (made.isPresent()) {
          return made.getAsLong();
        }
        refuse(e, attempt);
      }
    }
  }

  /** Returns where another attempt may come through. */
  private void refuse(Exception e, int attempt) {
    if (!(e instanceof DeltaConcurrentModificationException)) {
      during(
          "committing to",
          () -> {
            throw e;
          });
    }
    if (attempt == ATTEMPTS) {
      throw LakeFailure.because(
          FailureCause.OTHER_WRITER,
          "committing to " + log.dataPath() + ": other writers were faster " + ATTEMPTS + " times",
          e);
    }
  }

  /**
   * The version that the commit made although it was answered by a failure: a store whose answer
   * was lost is asked again, and finds the commit's own file in the way.
   *
   * @return none when it made none, or when that cannot be known
   */
  private OptionalLong readBack(OptimisticTransaction txn, Exception answer) {
    try {
      long newest = log.update(false, Option.empty(), Option.empty()).version();
      for (long version = txn.readVersion() + 1; version <= newest; version++) {
        if (history.commitId(version).contains(txn.txnId())) {
          return OptionalLong.of(version);
        }
      }
    } catch (Exception e) {
      answer.addSuppressed(e);
    }
    return OptionalLong.empty();
  }

  /** A transaction, and the live files that are to be replaced in it. */
  private record Begun(OptimisticTransaction txn, List<AddFile> replaced) {}

  private Begun begin(TableCommit commit) {
    synchronized (index) {
      Snapshot latest = log.update(false, Option.empty(), Option.empty());
      StoredLayout.requireKnown(latest, layout.version());
      OptimisticTransaction txn = log.startTransaction(Option.empty(), Option.apply(latest));
      index.follow(txn.snapshot());
      requirePositions(commit.expected());
      List<AddFile> replaced = live(commit.replaced(), txn.snapshot());
      if (!commit.expected().isEmpty()) {
        // makes any other commit that adds rows a conflict, so that the positions stay as checked
        txn.readWholeTable();
      }
      return new Begun(txn, replaced);
    }
  }

  private void requirePositions(Map<String, Long> expected) {
    Map<String, Long> present = index.positions();
    expected.forEach(
        (appId, position) -> {
          long found = present.getOrDefault(appId, TableCommit.NO_POSITION);
          if (found != position) {
            throw refused("position " + appId + " is " + found + ", expected " + position);
          }
        });
  }

  /** Delta itself would let a file be replaced that an earlier commit has removed. */
  private List<AddFile> live(List<DataFile> replaced, Snapshot snapshot) {
    List<AddFile> live = new ArrayList<>();
    for (DataFile file : replaced) {
      @Nullable AddFile found = index.file(snapshot, files.name(file));
      if (found == null || !files.file(found).equals(file)) {
        throw refused("file " + file.path() + ", to be replaced, is no longer part of the table");
      }
      live.add(found);
    }
    return live;
  }

  private LakeFailure refused(String sentence) {
    return LakeFailure.because(
        FailureCause.OTHER_WRITER,
        "committing to "
            + log.dataPath()
            + ": "
            + sentence
            + "; another writer has committed, nothing was added",
        new IllegalStateException("stale commit"));
  }

  private <T> T during(String attempt, Callable<T> action) {
    return Failures.during(attempt + " " + log.dataPath(), action);
  }
}
