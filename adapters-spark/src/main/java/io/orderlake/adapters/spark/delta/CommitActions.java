package io.orderlake.adapters.spark.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;

/** A commit in Delta's words. */
final class CommitActions {
  private final String partitionColumn;
  private final TableCommit commit;
  private final UnaryOperator<String> named;

  /**
   * The actions of a commit.
   *
   * @param named gives the path of a file as the log has it
   */
  CommitActions(TableLayout layout, TableCommit commit, UnaryOperator<String> named) {
    this.partitionColumn = layout.partitionColumn();
    this.commit = commit;
    this.named = named;
  }

  List<Action> actions() {
    long now = System.currentTimeMillis();
    List<Action> actions = new ArrayList<>();
    commit.added().forEach(file -> actions.add(added(file, now)));
    commit
        .replaced()
        .forEach(file -> actions.add(file.removeWithTimestamp(now, commit.changesData())));
    commit
        .positions()
        .forEach(
            (appId, version) -> actions.add(new SetTransaction(appId, version, Option.apply(now))));
    return actions;
  }

  private AddFile added(WrittenFile file, long now) {
    return new AddFile(
        named.apply(file.path()),
        ScalaValues.map(Map.of(partitionColumn, file.partition())),
        file.bytes(),
        now,
        commit.changesData(),
        file.statistics(),
        null,
        null,
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  /** What the table's history calls it. */
  DeltaOperations.Operation operation() {
    if (!commit.changesData()) {
      return new DeltaOperations.Optimize(
          ScalaValues.seq(List.of()), ScalaValues.seq(List.of()), false, Option.empty(), false);
    }
    return new DeltaOperations.Write(
        commit.replaced().isEmpty() ? SaveMode.Append : SaveMode.Overwrite,
        Option.apply(ScalaValues.seq(List.of(partitionColumn))),
        Option.empty(),
        commit.metadata().isEmpty() ? Option.empty() : Option.apply(commit.metadata()));
  }
}
