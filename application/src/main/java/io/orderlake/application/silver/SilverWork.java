package io.orderlake.application.silver;

import static io.orderlake.domain.lake.TableState.NOTHING_READ;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * What jobs do with Silver: refine, range by range, and say what is to be published. A range whose
 * counts do not add up, or that breaks a rule of severity FAIL, is not committed.
 */
public final class SilverWork {
  private final SilverTable silver;
  private final RecordRefiner refiner;
  private final long maxRecordsPerRange;

  /**
   * Work on that Silver.
   *
   * @param maxRecordsPerRange bounds what one range holds in memory
   */
  public SilverWork(SilverTable silver, RecordRefiner refiner, long maxRecordsPerRange) {
    this.silver = silver;
    this.refiner = refiner;
    this.maxRecordsPerRange = maxRecordsPerRange;
  }

  public RecordRefiner refiner() {
    return refiner;
  }

  /** The same work on another Silver. */
  public SilverWork on(SilverTable other) {
    return new SilverWork(other, refiner, maxRecordsPerRange);
  }

  /**
   * Refines so many records at most, or as many more as the last Bronze commit has.
   *
   * @return the failure of a range that was refused; those before it are committed
   */
  public Option<RunFailure> refine(long maxRecords) {
    long left = maxRecords;
    while (left > 0) {
      VersionRange range = silver.unread(Math.min(left, maxRecordsPerRange));
      if (range.isEmpty()) {
        return Option.none();
      }
      Option<RunFailure> refused = refine(range);
      if (refused.isDefined()) {
        return refused;
      }
      left -= range.records();
    }
    return Option.none();
  }

  private Option<RunFailure> refine(VersionRange range) {
    try (PreparedRefinement staged = silver.prepare(range, refiner)) {
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
            conservation -> conservation.read() - counts.judgedAgain() == range.records(),
            conservation ->
                "refining read "
                    + (conservation.read() - counts.judgedAgain())
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

  private static long position(SortedMap<TableId, TableState> states) {
    return states.get(TableId.SILVER_ORDERS).map(TableState::position).getOrElse(NOTHING_READ);
  }

  /** The tables to publish; Bronze's place is the version that Silver has read. */
  public SortedMap<TableId, TableState> tables() {
    SortedMap<TableId, TableState> states = silver.states();
    long read = position(states);
    return read == NOTHING_READ
        ? states
        : states.put(TableId.BRONZE_ORDERS, new TableState(read, NOTHING_READ));
  }

  /** The counts of all that was committed since that lake version. */
  public RefinementCounts since(LakeVersion base) {
    return silver.committedSince(base.table(TableId.SILVER_ORDERS).map(TableState::version));
  }

  /** Those counts as a run reports them. */
  public static RunReport report(RefinementCounts counts) {
    return new RunReport(
            counts.conservation(),
            counts.quarantinedByReason(),
            counts.warnings(),
            0,
            TreeMap.empty())
        .judgedBy(counts.judgedByRuleSet());
  }
}
