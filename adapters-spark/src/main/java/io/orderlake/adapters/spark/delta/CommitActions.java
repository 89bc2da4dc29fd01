package io.orderlake.adapters.spark.delta;

import io.orderlake.adapters.spark.delta.file.AddActions;
import io.orderlake.adapters.spark.delta.interop.ScalaValues;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;

/**
 * A commit in Delta's words.
 *
 * @param files the table's
 * @param commit what is to be committed
 * @param replaced the live files that it replaces, as the log has them
 */
record CommitActions(AddActions files, TableCommit commit, List<AddFile> replaced) {
  List<Action> actions() {
    long now = System.currentTimeMillis();
    List<Action> actions = new ArrayList<>();
    commit.added().forEach(file -> actions.add(files.added(file, now, commit.changesData())));
    replaced.forEach(file -> actions.add(file.removeWithTimestamp(now, commit.changesData())));
    commit
        .positions()
        .forEach(
            (appId, version) -> actions.add(new SetTransaction(appId, version, Option.apply(now))));
    return actions;
  }

  /** What the table's history calls it. */
  DeltaOperations.Operation operation() {
    if (!commit.changesData()) {
      return new DeltaOperations.Optimize(
          ScalaValues.seq(List.of()), ScalaValues.seq(List.of()), false, Option.empty(), false);
    }
    return new DeltaOperations.Write(
        replaced.isEmpty() ? SaveMode.Append : SaveMode.Overwrite,
        Option.apply(ScalaValues.seq(List.of(files.partitionColumn()))),
        Option.empty(),
        commit.metadata().isEmpty() ? Option.empty() : Option.apply(commit.metadata()));
  }
}
