package io.orderlake.application.correct;

import io.orderlake.application.gold.GoldWork;
import io.orderlake.application.silver.SilverWork;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.silver.SilverRebuild;
import io.orderlake.domain.silver.SilverRebuilds;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The job {@code rebuild}: builds projections anew from Bronze under the rules in force, while
 * readers go on with the present ones, and publishes all of them together. Broken off, it goes on
 * where it stopped when it is asked for again.
 */
public final class RebuildLake implements LakehouseJob {
  /** The parameter that says what to build anew. */
  public static final String PROJECTION = "projection";

  /** What can be built anew; {@code silver} comes to the same as {@code all}. */
  public static final List<String> PROJECTIONS = List.of("silver", "gold", "all");

  private final SilverRebuilds rebuilds;
  private final Correction correction;
  private final ForeseeRebuild foresee;

  /**
   * The job.
   *
   * @param rebuilds of the tables that the correction is one of
   * @param foresee by the rules that the correction judges by
   */
  public RebuildLake(SilverRebuilds rebuilds, Correction correction, ForeseeRebuild foresee) {
    this.rebuilds = rebuilds;
    this.correction = correction;
    this.foresee = foresee;
  }

  @Override
  public JobName name() {
    return JobName.REBUILD;
  }

  @Override
  public Map<String, String> parameters() {
    return HashMap.of(
        PROJECTION,
        "gold: the Gold tables from Silver; silver or all: Silver and the quarantine from Bronze,"
            + " and Gold, which stands on them; default: all",
        RowLoss.PARAMETER,
        RowLoss.MEANING);
  }

  @Override
  public Either<RunFailure, RunOutcome> run(RunContext context) {
    String projection = context.params().get(PROJECTION).getOrElse("all");
    if (!PROJECTIONS.contains(projection)) {
      return Either.left(
          new RunFailure(
              RunFailure.Category.REQUEST,
              "the parameter %s must be %s, not '%s'"
                  .formatted(PROJECTION, PROJECTIONS.mkString(", "), projection)));
    }
    Option<RunFailure> wrong = RowLoss.wrong(context);
    if (wrong.isDefined()) {
      return Either.left(wrong.get());
    }
    LakeVersion base = correction.lake().base();
    Option<TableState> silver = base.table(TableId.SILVER_ORDERS);
    if (silver.isEmpty()) {
      return Either.right(RunOutcome.of(RunReport.nothing(), base));
    }
    return projection.equals("gold")
        ? gold(context, base, silver.get().version())
        : all(context, base);
  }

  private Either<RunFailure, RunOutcome> gold(RunContext context, LakeVersion base, long silver) {
    GoldWork gold = correction.gold();
    return gold.refold(silver)
        .<Either<RunFailure, RunOutcome>>map(Either::left)
        .getOrElse(() -> gold.publish(correction.lake(), context, base));
  }

  /** What a rebuild that was not published has put in place already is not built again. */
  Either<RunFailure, RunOutcome> all(RunContext context, LakeVersion base) {
    SilverWork silver = correction.silver();
    String rules = silver.refiner().rules().version();
    Option<RunFailure> refused =
        silver.since(base).rebuiltUnder().contains(rules)
            ? Option.none()
            : unasked(context, base).orElse(() -> replace(silver, rules));
    return refused
        .<Either<RunFailure, RunOutcome>>map(Either::left)
        .getOrElse(() -> correction.publish(context, base));
  }

  private Option<RunFailure> unasked(RunContext context, LakeVersion base) {
    return RowLoss.isAllowed(context) ? Option.none() : RowLoss.refused(foresee.of(base));
  }

  private Option<RunFailure> replace(SilverWork silver, String rules) {
    try (SilverRebuild rebuild = rebuilds.open(rules)) {
      Option<RunFailure> refused = silver.on(rebuild.anew()).refine(Long.MAX_VALUE);
      if (refused.isEmpty()) {
        rebuild.replace();
      }
      return refused;
    }
  }
}
