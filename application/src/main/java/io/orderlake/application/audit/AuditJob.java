package io.orderlake.application.audit;

import io.orderlake.application.audit.scan.AuditProgress;
import io.orderlake.application.audit.verdict.AuditScope;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.refund.FindOverRefunds;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;

/**
 * The job {@code audit}: succeeds with the counts of the replay and the audited lake version, and
 * how many orders were given back beyond what they sold as its warnings; or fails with what
 * differs. Publishes nothing.
 */
public final class AuditJob implements LakehouseJob {
  private final AuditLake audit;
  private final FindOverRefunds overRefunds;

  public AuditJob(AuditLake audit, FindOverRefunds overRefunds) {
    this.audit = audit;
    this.overRefunds = overRefunds;
  }

  @Override
  public JobName name() {
    return JobName.AUDIT;
  }

  @Override
  public Map<String, String> parameters() {
    return HashMap.of(
        "from", "compare only what is at or after this date or instant",
        "to", "compare only what is before this date or instant",
        "sample", "compare about so many events, and as many Gold cells");
  }

  @Override
  public Either<RunFailure, RunOutcome> run(RunContext context) {
    return AuditScope.of(
            context.params().get("from"),
            context.params().get("to"),
            context.params().get("sample"),
            audit.reportingZone())
        .mapLeft(problem -> new RunFailure(RunFailure.Category.REQUEST, problem))
        .flatMap(scope -> outcome(audit.audit(scope, AuditProgress.UNHEARD)));
  }

  private Either<RunFailure, RunOutcome> outcome(AuditVerdict verdict) {
    return verdict.isIntact()
        ? Either.right(RunOutcome.of(report(verdict), verdict.lake()))
        : Either.left(
            new RunFailure(
                RunFailure.Category.CORRUPTION, verdict.sentence(), verdict.differing()));
  }

  private RunReport report(AuditVerdict verdict) {
    return new RunReport(
        verdict.figures().replayed(),
        verdict.figures().quarantinedByReason(),
        overRefunds.in(verdict.lake(), 0).warnings(),
        0,
        TreeMap.empty());
  }
}
