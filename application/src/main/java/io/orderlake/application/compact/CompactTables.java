package io.orderlake.application.compact;

import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.lake.TableReaders;
import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.Map;
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
  private final TableReaders readers;
  private final CompactionListener listener;

  /**
   * The job.
   *
   * @param readers who reads which table on
   */
  public CompactTables(
      TableCompaction compaction,
      PublishLake lake,
      TableReaders readers,
      CompactionListener listener) {
    this.compaction = compaction;
    this.lake = lake;
    this.readers = readers;
    this.listener = listener;
  }

  @Override
  public JobName name() {
    return JobName.COMPACT;
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
    Compacted all = Compacted.NOTHING;
    for (TableId table : request.tables()) {
      if (isBetweenRuns(table, base)) {
        all = all.plus(compact(table, base, request));
        for (TableState state : publishable(table)) {
          changed = changed.put(table, state);
        }
      } else if (base.table(table).isDefined()) {
        listener.postponed(table);
      }
    }
    RunReport report = report(all);
    return lake.publish(context, base, changed, report).map(outcome -> outcome.reporting(report));
  }

  private static RunReport report(Compacted all) {
    return all.isNothing()
        ? RunReport.nothing()
        : RunReport.ofUpkeep(
            TreeMap.of("files_replaced", all.filesBefore(), "files_written", all.filesAfter()));
  }

  /** True when all that the table's commits did to its rows is published. */
  private boolean isBetweenRuns(TableId table, LakeVersion base) {
    Option<TableState> published = base.table(table);
    return published.isDefined()
        && (table.equals(TableId.BRONZE_ORDERS)
            || !compaction.isChangedSince(table, published.get()));
  }

  private Option<TableState> publishable(TableId table) {
    return table.equals(TableId.BRONZE_ORDERS) ? Option.none() : compaction.state(table);
  }

  private Compacted compact(TableId table, LakeVersion base, CompactionRequest request) {
    long readUpTo = readUpTo(table, base);
    Compacted sum = Compacted.NOTHING;
    Compacted step = Compacted.NOTHING;
    for (long left = request.steps(); left > 0; left = step.isNothing() ? 0 : left - 1) {
      step = compaction.step(table, readUpTo, request.rule());
      sum = sum.plus(step);
    }
    listener.compacted(table, sum);
    return sum;
  }

  /** How far all projections have read the table; as far as it goes where nobody reads on. */
  private long readUpTo(TableId table, LakeVersion base) {
    return readers.positions(table, base).min().getOrElse(Long.MAX_VALUE);
  }
}
