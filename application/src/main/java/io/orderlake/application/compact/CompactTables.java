package io.orderlake.application.compact;

import io.orderlake.application.lake.PublishLake;
import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunReport;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The job {@code compact}: rewrites the small files of Bronze, Silver and the quarantine, and
 * publishes the projections' new versions at their old positions. Rewrites only what the
 * projections that come after a table have read. Bronze's place in the lake version stays the
 * version that Silver has read.
 *
 * <p>A table on which a run has committed without publishing is left alone, since publishing the
 * table's newest version would publish half of that run; the next {@code silver} run brings it to
 * an end.
 */
public final class CompactTables implements LakehouseJob {
  private final TableCompaction compaction;
  private final PublishLake lake;
  private final Seq<TableId> gold;
  private final CompactionListener listener;

  /**
   * The job.
   *
   * @param gold all Gold tables, the readers of Silver
   */
  public CompactTables(
      TableCompaction compaction,
      PublishLake lake,
      Seq<TableId> gold,
      CompactionListener listener) {
    this.compaction = compaction;
    this.lake = lake;
    this.gold = gold;
    this.listener = listener;
  }

  @Override
  public String name() {
    return "compact";
  }

  @Override
  public Map<String, String> parameters() {
    return CompactionRequest.parameters();
  }

  @Override
  public Either<RunFailure, RunOutcome> run(RunContext context) {
    return CompactionRequest.of(context).flatMap(request -> run(context, request));
  }

  private Either<RunFailure, RunOutcome> run(RunContext context, CompactionRequest request) {
    LakeVersion base = lake.base();
    SortedMap<TableId, TableState> changed = TreeMap.empty();
    for (TableId table : request.tables()) {
      if (isBetweenRuns(table, base)) {
        compact(table, base, request.rule());
        for (TableState state : publishable(table)) {
          changed = changed.put(table, state);
        }
      } else if (base.table(table).isDefined()) {
        listener.postponed(table);
      }
    }
    return lake.publish(context, base, changed, RunReport.nothing());
  }

  /** True when all that the table's commits did to its rows is published. */
  private boolean isBetweenRuns(TableId table, LakeVersion base) {
    Option<Long> published = base.table(table).map(TableState::position);
    return table.equals(TableId.BRONZE_ORDERS)
        ? published.isDefined()
        : published.isDefined()
            && compaction.state(table).map(TableState::position).equals(published);
  }

  private Option<TableState> publishable(TableId table) {
    return table.equals(TableId.BRONZE_ORDERS) ? Option.none() : compaction.state(table);
  }

  private void compact(TableId table, LakeVersion base, SmallFiles rule) {
    long readUpTo = readUpTo(table, base);
    Compacted sum = Compacted.NOTHING;
    for (Compacted step = compaction.step(table, readUpTo, rule);
        !step.isNothing();
        step = compaction.step(table, readUpTo, rule)) {
      sum = sum.plus(step);
    }
    listener.compacted(table, sum);
  }

  /** How far all projections have read the table; as far as it goes where nobody reads on. */
  private long readUpTo(TableId table, LakeVersion base) {
    Seq<TableId> readers =
        table.equals(TableId.BRONZE_ORDERS)
            ? List.of(TableId.SILVER_ORDERS, TableId.QUARANTINE)
            : table.equals(TableId.SILVER_ORDERS) ? gold : List.empty();
    return readers
        .map(
            reader ->
                base.table(reader).map(TableState::position).getOrElse(TableState.NOTHING_READ))
        .min()
        .getOrElse(Long.MAX_VALUE);
  }
}
