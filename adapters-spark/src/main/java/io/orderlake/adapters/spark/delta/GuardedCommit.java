package io.orderlake.adapters.spark.delta;

import io.orderlake.domain.lake.LakeFailure;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
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
  private final UnaryOperator<String> named;

  /**
   * Commits to that table.
   *
   * @param index of the table; also the lock
   * @param named gives the path of a file as the log has it
   */
  GuardedCommit(DeltaLog log, TableIndex index, TableLayout layout, UnaryOperator<String> named) {
    this.log = log;
    this.index = index;
    this.layout = layout;
    this.named = named;
  }

  /** As {@link LakeTable#commit} promises. */
  long make(TableCommit commit) {
    for (int attempt = 1; ; attempt++) {
      OptimisticTransaction txn = during("starting a commit to", () -> begin(commit));
      try {
        CommitActions delta = new CommitActions(layout, commit, named);
        return txn.commit(ScalaValues.seq(delta.actions()), delta.operation());
      } catch (DeltaConcurrentModificationException e) {
        if (attempt == ATTEMPTS) {
          throw LakeFailure.passing(
              "committing to "
                  + log.dataPath()
                  + ": other writers were faster "
                  + ATTEMPTS
                  + " times",
              e);
        }
      } catch (Exception e) { // Scala throws checked ones too
        return during(
            "committing to",
            () -> {
              throw e;
            });
      }
    }
  }

  private OptimisticTransaction begin(TableCommit commit) {
    synchronized (index) {
      Snapshot latest = log.update(false, Option.empty(), Option.empty());
      StoredLayout.requireKnown(latest, layout.version());
      OptimisticTransaction txn = log.startTransaction(Option.empty(), Option.apply(latest));
      index.follow(txn.snapshot());
      requirePositions(commit.expected());
      requireLive(commit.replaced(), txn.snapshot());
      if (!commit.expected().isEmpty()) {
        // makes any other commit that adds rows a conflict, so that the positions stay as checked
        txn.readWholeTable();
      }
      return txn;
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
  private void requireLive(Collection<AddFile> replaced, Snapshot snapshot) {
    for (AddFile file : replaced) {
      if (!index.holds(snapshot, file.path())) {
        throw refused("file " + file.path() + ", to be replaced, is no longer part of the table");
      }
    }
  }

  private LakeFailure refused(String sentence) {
    return LakeFailure.passing(
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
