package io.orderlake.application.silver;

import io.orderlake.application.lake.PublishLake;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.silver.RefinementCounts;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The job {@code silver}: refines what Bronze has that Silver has not read, in bounded ranges, and
 * publishes Silver and Quarantine together. A range whose counts do not add up, or that breaks a
 * rule of severity FAIL, is not committed.
 */
public final class RefineOrders implements LakehouseJob {
  private static final String MAX_RECORDS = "max_records";

  private final SilverWork silver;
  private final PublishLake lake;

  public RefineOrders(SilverWork silver, PublishLake lake) {
    this.silver = silver;
    this.lake = lake;
  }

  @Override
  public JobName name() {
    return JobName.SILVER;
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
    Option<RunFailure> refused = silver.refine(maxRecords);
    if (refused.isDefined()) {
      return Either.left(refused.get());
    }
    RefinementCounts counts = silver.since(base);
    return lake.publish(
        context, base, silver.tables(), counts.totals(base.totals()), SilverWork.report(counts));
  }
}
