package io.orderlake.application.compact;

import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.table.LakeTables;
import io.orderlake.domain.table.TableSchema;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * What a run of the job is asked to do.
 *
 * @param tables which tables, in this order
 * @param rule which files are small
 * @param steps at most how many commits to each table
 */
record CompactionRequest(Seq<TableId> tables, SmallFiles rule, long steps) {
  private static final Seq<TableId> ALL = LakeTables.FIXED.map(TableSchema::id);
  private static final long DEFAULT_MIB = SmallFiles.USUAL.targetBytes() >> 20;
  private static final long MOST_MIB = 1024;
  private static final String TABLE = "table";
  private static final String TARGET = "target_mib";
  private static final String STEPS = "steps";

  static Map<String, String> parameters() {
    return HashMap.of(
        TABLE,
        "the one table to compact: " + ALL.mkString(", ") + "; all of them when left out",
        TARGET,
        "the size of file to aim at in MiB, from 1 to %s; %s when left out"
            .formatted(MOST_MIB, DEFAULT_MIB),
        STEPS,
        "at most how many bounded steps to take on each table; as many as there are when left out");
  }

  /** What the run's parameters ask for, or the failure of a request that asks for no such thing. */
  static Either<RunFailure, CompactionRequest> of(RunContext context) {
    return tables(context.params().get(TABLE))
        .flatMap(tables -> rule(context).flatMap(rule -> of(tables, rule, context)));
  }

  private static Either<RunFailure, CompactionRequest> of(
      Seq<TableId> tables, SmallFiles rule, RunContext context) {
    return context
        .wholeNumber(STEPS, 1)
        .map(steps -> new CompactionRequest(tables, rule, steps.getOrElse(Long.MAX_VALUE)));
  }

  private static Either<RunFailure, Seq<TableId>> tables(Option<String> asked) {
    Seq<TableId> tables = ALL.filter(table -> asked.isEmpty() || asked.contains(table.path()));
    return tables.nonEmpty()
        ? Either.right(tables)
        : Either.left(
            refused(
                "the parameter %s must be one of %s, not '%s'; runs of gold replace whole partitions by one file each"
                    .formatted(TABLE, ALL.mkString(", "), asked.get())));
  }

  private static Either<RunFailure, SmallFiles> rule(RunContext context) {
    return context
        .wholeNumber(TARGET, 1)
        .map(asked -> asked.getOrElse(DEFAULT_MIB))
        .filterOrElse(
            mib -> mib <= MOST_MIB,
            mib ->
                refused(
                    "the parameter %s must be at most %s, not %s".formatted(TARGET, MOST_MIB, mib)))
        .map(mib -> new SmallFiles(mib << 20));
  }

  private static RunFailure refused(String problem) {
    return new RunFailure(RunFailure.Category.REQUEST, problem);
  }
}
