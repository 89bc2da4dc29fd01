package io.orderlake.application.lake;

import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.SortedMap;
import io.vavr.control.Either;
import java.time.InstantSource;

/** The last step of every job that changes tables: one lake version for all of them. */
public final class PublishLake {
  private final LakeVersions versions;
  private final InstantSource clock;

  public PublishLake(LakeVersions versions, InstantSource clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /** The version that a job builds on. */
  public LakeVersion base() {
    return versions.latest();
  }

  /**
   * Publishes the tables as they are now, or leaves the lake as it is when they have not changed.
   *
   * @param base what the job built on
   * @param tables the states of the tables it may have changed
   * @param report what was done since {@code base}
   */
  public Either<RunFailure, RunOutcome> publish(
      RunContext run, LakeVersion base, SortedMap<TableId, TableState> tables, RunReport report) {
    return publish(run, base, tables, base.totals().plus(report.conservation()), report);
  }

  /**
   * As {@link #publish(RunContext, LakeVersion, SortedMap, RunReport)}, for a run that may have
   * corrected what was counted before.
   *
   * @param totals the conservation sums of the lake after the run
   */
  public Either<RunFailure, RunOutcome> publish(
      RunContext run,
      LakeVersion base,
      SortedMap<TableId, TableState> tables,
      Conservation totals,
      RunReport report) {
    if (tables.forAll(table -> base.table(table._1).contains(table._2))) {
      return Either.right(RunOutcome.of(RunReport.nothing(), base));
    }
    return report
        .conservation()
        .check()
        .flatMap(counted -> totals.check())
        .mapLeft(
            sentence ->
                new RunFailure(
                    RunFailure.Category.CONSERVATION,
                    "nothing was published: the commits since lake version "
                        + base.number()
                        + " "
                        + sentence))
        .flatMap(
            conserved ->
                published(
                        base.next(
                            run.runId(), run.epoch(), clock.instant(), tables, totals, report))
                    .mapLeft(
                        sentence ->
                            new RunFailure(
                                RunFailure.Category.INFRASTRUCTURE,
                                "the lake version was not published: " + sentence)))
        .map(published -> RunOutcome.of(report, published));
  }

  /** A store that was asked twice, since its first answer was lost, refuses what it has taken. */
  private Either<String, LakeVersion> published(LakeVersion next) {
    return versions
        .publish(next)
        .fold(
            refused ->
                versions
                    .publishedBy(next.publishedBy())
                    .filter(there -> there.number() == next.number())
                    .filter(there -> there.epoch() == next.epoch())
                    .toEither(refused),
            Either::right);
  }
}
