package io.orderlake.application.gold;

import io.orderlake.application.lake.PublishLake;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The job {@code gold}: folds what the published Silver has that Gold has not read into every Gold
 * table, in bounded ranges, and publishes all of them together.
 */
public final class PublishRevenue implements LakehouseJob {
  private final GoldWork gold;
  private final PublishLake lake;

  public PublishRevenue(GoldWork gold, PublishLake lake) {
    this.gold = gold;
    this.lake = lake;
  }

  @Override
  public JobName name() {
    return JobName.GOLD;
  }

  @Override
  public Either<RunFailure, RunOutcome> run(RunContext context) {
    LakeVersion base = lake.base();
    Option<TableState> silver = base.table(TableId.SILVER_ORDERS);
    if (silver.isEmpty()) {
      return Either.right(RunOutcome.of(RunReport.nothing(), base));
    }
    return gold.fold(silver.get().version())
        .<Either<RunFailure, RunOutcome>>map(Either::left)
        .getOrElse(() -> gold.publish(lake, context, base));
  }
}
