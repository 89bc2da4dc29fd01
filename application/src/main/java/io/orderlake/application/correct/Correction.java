package io.orderlake.application.correct;

import io.orderlake.application.gold.GoldWork;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.silver.SilverWork;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.silver.RefinementCounts;
import io.vavr.collection.SortedMap;
import io.vavr.control.Either;

/**
 * What every correction of Silver ends with: Gold follows, and both are published together.
 *
 * @param silver the tables that are corrected, and the rules in force
 * @param gold what follows them
 * @param lake where both are published
 */
public record Correction(SilverWork silver, GoldWork gold, PublishLake lake) {

  Either<RunFailure, RunOutcome> publish(RunContext context, LakeVersion base) {
    long silverVersion =
        silver.tables().get(TableId.SILVER_ORDERS).map(TableState::version).getOrElse(-1L);
    return gold.fold(silverVersion)
        .<Either<RunFailure, RunOutcome>>map(Either::left)
        .getOrElse(
            () -> {
              RefinementCounts counts = silver.since(base);
              RunReport report = SilverWork.report(counts).plus(gold.since(base));
              SortedMap<TableId, TableState> figures = gold.tables();
              return lake.publish(
                  context,
                  base.declaring(figures.keySet()),
                  silver.tables().merge(figures),
                  counts.totals(base.totals()),
                  report);
            });
  }
}
