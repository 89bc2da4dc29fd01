package io.orderlake.application.correct;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.silver.PreparedRedrive;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The job {@code redrive}: judges the quarantine again under the rules in force and releases what
 * passes into Silver and Gold, once. When a record passes that Bronze has before the one that
 * Silver keeps under its event id, a release would not do: Silver is rebuilt, unless only one
 * reason was asked for; then such records stay.
 *
 * <p>First it asks the registry again for the schemas that were unknown, if there are any.
 */
public final class RedriveQuarantine implements LakehouseJob {
  /** The parameter that narrows what is judged. */
  public static final String REASON = "reason";

  private final QuarantineRedrive quarantine;
  private final Correction correction;
  private final RebuildLake rebuild;
  private final Schemas schemas;

  /**
   * The job.
   *
   * @param quarantine of the tables that the correction is one of
   * @param rebuild of the same lake
   * @param schemas those that the refiner reads by
   */
  public RedriveQuarantine(
      QuarantineRedrive quarantine, Correction correction, RebuildLake rebuild, Schemas schemas) {
    this.quarantine = quarantine;
    this.correction = correction;
    this.rebuild = rebuild;
    this.schemas = schemas;
  }

  @Override
  public JobName name() {
    return JobName.REDRIVE;
  }

  @Override
  public Map<String, String> parameters() {
    return HashMap.of(
        REASON,
        "judge only records that were quarantined for this reason; default: all",
        RowLoss.PARAMETER,
        RowLoss.MEANING);
  }

  @Override
  public Either<RunFailure, RunOutcome> run(RunContext context) {
    Option<String> reason = context.params().get(REASON);
    if (!reason.forAll(OrderRules.codes()::contains)) {
      return Either.left(
          new RunFailure(
              RunFailure.Category.REQUEST,
              "the parameter %s must be one of %s, not '%s'"
                  .formatted(REASON, OrderRules.codes().mkString(", "), reason.get())));
    }
    Option<RunFailure> wrong = RowLoss.wrong(context);
    if (wrong.isDefined()) {
      return Either.left(wrong.get());
    }
    LakeVersion base = correction.lake().base();
    if (base.table(TableId.SILVER_ORDERS).isEmpty()) {
      return Either.right(RunOutcome.of(RunReport.nothing(), base));
    }
    schemas.askAgain();
    return release(reason) ? correction.publish(context, base) : rebuild.all(context, base);
  }

  /** False when only a rebuild gives every record its place; then nothing was released. */
  private boolean release(Option<String> reason) {
    try (PreparedRedrive staged = quarantine.prepare(reason, correction.silver().refiner())) {
      if (staged.outOfTurn() > 0 && reason.isEmpty()) {
        return false;
      }
      staged.commit();
      return true;
    }
  }
}
