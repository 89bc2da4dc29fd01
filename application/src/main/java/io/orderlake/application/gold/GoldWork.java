package io.orderlake.application.gold;

import io.orderlake.application.lake.PublishLake;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.gold.PreparedRevenue;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * What jobs do with the Gold tables: fold Silver into all of them, range by range, and say what is
 * to be published. A range of which a table would gain more or fewer events than were read is not
 * committed.
 */
public final class GoldWork {
  private final GoldTables gold;
  private final long maxRecordsPerRange;

  /**
   * Work on those tables.
   *
   * @param maxRecordsPerRange bounds what one range holds in memory
   */
  public GoldWork(GoldTables gold, long maxRecordsPerRange) {
    this.gold = gold;
    this.maxRecordsPerRange = maxRecordsPerRange;
  }

  /**
   * Folds what the tables have not read.
   *
   * @param silverVersion up to which Silver version
   * @return the failure of a range that was refused; those before it are committed
   */
  public Option<RunFailure> fold(long silverVersion) {
    for (VersionRange range = gold.unread(silverVersion, maxRecordsPerRange);
        !range.isEmpty();
        range = gold.unread(silverVersion, maxRecordsPerRange)) {
      try (PreparedRevenue staged = gold.prepare(range)) {
        Option<RunFailure> refused = commit(staged, range);
        if (refused.isDefined()) {
          return refused;
        }
      }
    }
    return Option.none();
  }

  /**
   * Replaces every cell of every table.
   *
   * @return as {@link #fold}
   */
  public Option<RunFailure> refold(long silverVersion) {
    try (PreparedRevenue staged = gold.refold(silverVersion)) {
      FoldCounts counts = staged.counts();
      VersionRange all = new VersionRange(TableState.NOTHING_READ, silverVersion, counts.read());
      return commit(staged, all);
    }
  }

  private static Option<RunFailure> commit(PreparedRevenue staged, VersionRange range) {
    FoldCounts counts = staged.counts();
    if (counts.read() == range.records() && counts.conserves()) {
      staged.commit();
      return Option.none();
    }
    return Option.of(
        new RunFailure(
            RunFailure.Category.CONSERVATION,
            "nothing was published: Silver's log counts "
                + range.records()
                + " rows in versions "
                + (range.after() + 1)
                + " to "
                + range.upTo()
                + ", folding read "
                + counts.read()
                + " and the tables gained "
                + counts.events().mkString(", ")));
  }

  /** The tables to publish. */
  public SortedMap<TableId, TableState> tables() {
    return gold.states();
  }

  /**
   * Publishes the tables as they are now, and no other of Gold.
   *
   * @param base what the run built on
   */
  public Either<RunFailure, RunOutcome> publish(
      PublishLake lake, RunContext context, LakeVersion base) {
    SortedMap<TableId, TableState> tables = tables();
    return lake.publish(context, base.declaring(tables.keySet()), tables, since(base));
  }

  /** What was committed since that lake version, as a run reports it. */
  public RunReport since(LakeVersion base) {
    FoldCounts counts = gold.committedSince(base.tables());
    return new RunReport(
        Conservation.ZERO, TreeMap.empty(), TreeMap.empty(), counts.read(), counts.cellsChanged());
  }
}
