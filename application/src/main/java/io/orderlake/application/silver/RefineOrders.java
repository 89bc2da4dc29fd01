package io.orderlake.application.silver;

import static io.orderlake.domain.lake.TableState.NOTHING_READ;

import io.orderlake.application.lake.PublishLake;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunReport;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.SilverTable;
import io.orderlake.domain.silver.StagedRefinement;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The job {@code silver}: refines what Bronze has that Silver has not read, in bounded ranges, and
 * publishes Silver and Quarantine together. A range whose counts do not add up, or that breaks a
 * rule of severity FAIL, is not committed.
 */
public final class RefineOrders implements LakehouseJob {
  private static final String MAX_RECORDS = "max_records";

  private final SilverTable silver;
  private final RecordRefiner refiner;
  private final PublishLake lake;
  private final long maxRecordsPerRange;

  /**
   * The job.
   *
   * @param maxRecordsPerRange bounds what one range holds in memory
   */
  public RefineOrders(
      SilverTable silver, RecordRefiner refiner, PublishLake lake, long maxRecordsPerRange) {
    this.silver = silver;
    this.refiner = refiner;
    this.lake = lake;
    this.maxRecordsPerRange = maxRecordsPerRange;
  }

  @Override
  public String name() {
    return "silver";
  }

  @Override
  public Map<String, String> parameters() {
    return HashMap.of(
        MAX_RECORDS, "read about so many records at most, whole Bronze commits; default: all");
  }

  @Override
  public Either<RunFailure, RunOutcome> run(RunContext context) {
    return context
        .wholeNumber(MAX_RECORDS, 1)
        .flatMap(maxRecords -> run(context, maxRecords.getOrElse(Long.MAX_VALUE)));
  }

  private Either<RunFailure, RunOutcome> run(RunContext context, long maxRecords) {
    LakeVersion base = lake.base();
    long left = maxRecords;
    while (left > 0) {
      VersionRange range = silver.unread(Math.min(left, maxRecordsPerRange));
      if (range.isEmpty()) {
        break;
      }
      Option<RunFailure> refused = refine(range);
      if (refused.isDefined()) {
        return Either.left(refused.get());
      }
      left -= range.records();
    }
    SortedMap<TableId, TableState> states = silver.states();
    Option<Long> published = base.table(TableId.SILVER_ORDERS).map(TableState::version);
    return lake.publish(
        context, base, withBronze(states), report(silver.committedSince(published)));
  }

  private Option<RunFailure> refine(VersionRange range) {
    try (StagedRefinement staged = silver.stage(range, refiner)) {
      RefinementCounts counts = staged.counts();
      Option<RunFailure> refused = halted(counts).orElse(() -> unconserved(range, counts));
      if (refused.isEmpty()) {
        staged.commit();
      }
      return refused;
    }
  }

  private static Option<RunFailure> halted(RefinementCounts counts) {
    return Option.when(
        counts.halts().nonEmpty(),
        () ->
            new RunFailure(
                RunFailure.Category.RULE,
                "nothing was published, because records break a rule of severity FAIL: "
                    + counts.halts().mkString("; ")));
  }

  private static Option<RunFailure> unconserved(VersionRange range, RefinementCounts counts) {
    return counts
        .conservation()
        .check()
        .filterOrElse(
            conservation -> conservation.read() == range.records(),
            conservation ->
                "refining read "
                    + conservation.read()
                    + " records, Bronze's log counts "
                    + range.records())
        .swap()
        .toOption()
        .map(
            sentence ->
                new RunFailure(
                    RunFailure.Category.CONSERVATION,
                    "nothing was published: Bronze versions "
                        + (range.after() + 1)
                        + " to "
                        + range.upTo()
                        + ": "
                        + sentence));
  }

  /** Bronze's place in the lake version is the version that Silver has read. */
  private static SortedMap<TableId, TableState> withBronze(SortedMap<TableId, TableState> states) {
    long read = states.get(TableId.SILVER_ORDERS).map(TableState::position).getOrElse(NOTHING_READ);
    return read == NOTHING_READ
        ? states
        : states.put(TableId.BRONZE_ORDERS, new TableState(read, NOTHING_READ));
  }

  private static RunReport report(RefinementCounts counts) {
    return new RunReport(
            counts.conservation(),
            counts.quarantinedByReason(),
            counts.warnings(),
            0,
            TreeMap.empty())
        .judgedBy(counts.judgedByRuleSet());
  }
}
