package io.orderlake.domain.run;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.domain.lineage.RunLineage;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;

/**
 * What a successful run leaves: one value, from the job that did the work over the journal to the
 * result its requester reads.
 *
 * @param report what this run did
 * @param tables every table of the lake, as readers see it after the run
 * @param lakeVersion the lake version readers see after the run: a new one, or the one before when
 *     there was nothing to do; 0 for the empty lake
 * @param lineage what was read and written; none when nothing was published, of runs that ended
 *     before lineage was recorded, and as long as the runner has not worked it out
 * @param goldDelays how long the records had waited that this run was the first to have Gold count;
 *     none where there are none, of runs that ended before this was recorded, and as long as the
 *     runner has not worked it out
 */
public record RunOutcome(
    RunReport report,
    SortedMap<TableId, TableState> tables,
    long lakeVersion,
    Option<RunLineage> lineage,
    Option<GoldDelays> goldDelays) {

  /** One of which no record is known that Gold counts since. */
  public RunOutcome(
      RunReport report,
      SortedMap<TableId, TableState> tables,
      long lakeVersion,
      Option<RunLineage> lineage) {
    this(report, tables, lakeVersion, lineage, Option.none());
  }

  /** The outcome of a run after which readers see that lake version; its lineage is not known. */
  public static RunOutcome of(RunReport report, LakeVersion lake) {
    return new RunOutcome(report, lake.tables(), lake.number(), Option.none());
  }

  /** The same, of a run that did this. */
  public RunOutcome reporting(RunReport done) {
    return new RunOutcome(done, tables, lakeVersion, lineage, goldDelays);
  }

  /** The same, with what was read and written. */
  public RunOutcome withLineage(Option<RunLineage> known) {
    return new RunOutcome(report, tables, lakeVersion, known, goldDelays);
  }

  /** The same, with how long records had waited for it. */
  public RunOutcome withGoldDelays(Option<GoldDelays> known) {
    return new RunOutcome(report, tables, lakeVersion, lineage, known);
  }
}
