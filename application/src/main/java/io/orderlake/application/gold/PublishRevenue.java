package io.orderlake.application.gold;

import io.orderlake.application.lake.PublishLake;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.gold.StagedRevenue;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunReport;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The job {@code gold}: folds what the published Silver has that Gold has not read into every Gold
 * table, in bounded ranges, and publishes all of them together. A range of which a table would gain
 * more or fewer events than were read is not committed.
 */
public final class PublishRevenue implements LakehouseJob {
  private final GoldTables gold;
  private final PublishLake lake;
  private final long maxRecordsPerRange;

  /**
   * The job.
   *
   * @param maxRecordsPerRange bounds what one range holds in memory
   */
  public PublishRevenue(GoldTables gold, PublishLake lake, long maxRecordsPerRange) {
    this.gold = gold;
    this.lake = lake;
    this.maxRecordsPerRange = maxRecordsPerRange;
  }

  @Override
  public String name() {
    return "gold";
  }

  @Override
  public Either<RunFailure, RunOutcome> run(RunContext context) {
    LakeVersion base = lake.base();
    Option<TableState> silver = base.table(TableId.SILVER_ORDERS);
    if (silver.isEmpty()) {
      return Either.right(new RunOutcome(RunReport.nothing(), base));
    }
    long silverVersion = silver.get().version();
    for (VersionRange range = gold.unread(silverVersion, maxRecordsPerRange);
        !range.isEmpty();
        range = gold.unread(silverVersion, maxRecordsPerRange)) {
      Option<RunFailure> refused = fold(range);
      if (refused.isDefined()) {
        return Either.left(refused.get());
      }
    }
    return lake.publish(context, base, gold.states(), report(gold.committedSince(base.tables())));
  }

  private Option<RunFailure> fold(VersionRange range) {
    try (StagedRevenue staged = gold.stage(range)) {
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
  }

  private static RunReport report(FoldCounts counts) {
    return new RunReport(
        Conservation.ZERO, TreeMap.empty(), TreeMap.empty(), counts.read(), counts.cellsChanged());
  }
}
