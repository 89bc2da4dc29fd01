package io.orderlake.application.vacuum;

import io.orderlake.application.lake.TableReaders;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableRetention;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.lake.Vacuumed;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The job {@code vacuum}: removes from every table of the lake what no lake version within the
 * retention needs, nor the newest one, nor a projection that has yet to read on. A lake version is
 * within the retention while it was the newest at any moment of it. Publishes nothing.
 *
 * <p>The lake is told first which versions are given up, so that their readers are told too.
 */
public final class VacuumTables implements LakehouseJob {
  private final TableVacuum vacuum;
  private final LakeVersions versions;
  private final TableReaders readers;
  private final Terms terms;
  private final InstantSource clock;
  private final VacuumListener listener;

  /**
   * The job.
   *
   * @param readers who reads which table on
   */
  public VacuumTables(
      TableVacuum vacuum,
      LakeVersions versions,
      TableReaders readers,
      Terms terms,
      InstantSource clock,
      VacuumListener listener) {
    this.vacuum = vacuum;
    this.versions = versions;
    this.readers = readers;
    this.terms = terms;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * How long things are kept.
   *
   * @param retention lake versions, unless a request says otherwise; longer than any reader takes
   * @param writing files that no commit names yet, beyond the retention; longer than any run takes
   */
  public record Terms(Duration retention, Duration writing) {
    /** A day for files that are being written. */
    public static Terms of(Duration retention) {
      return new Terms(retention, Duration.ofDays(1));
    }
  }

  @Override
  public JobName name() {
    return JobName.VACUUM;
  }

  @Override
  public Map<String, String> parameters() {
    return VacuumRequest.parameters();
  }

  @Override
  public Either<RunFailure, RunOutcome> run(RunContext context) {
    return VacuumRequest.of(context, terms.retention()).map(this::run);
  }

  private RunOutcome run(VacuumRequest request) {
    Instant cutoff = clock.instant().minus(request.retention());
    LakeVersion newest = versions.latest();
    LakeVersion oldest = KeptVersions.oldest(versions, cutoff);
    if (!request.dryRun() && !oldest.isEmpty()) {
      versions.keepSince(oldest.number());
      listener.keepingSince(oldest);
    }
    Vacuumed all = Vacuumed.NOTHING;
    for (TableId table : oldest.tables().keySet()) {
      TableRetention stays =
          new TableRetention(since(table, oldest, newest), cutoff, terms.writing());
      Vacuumed sum = request.dryRun() ? vacuum.unneeded(table, stays) : vacuum.vacuum(table, stays);
      listener.vacuumed(table, sum, request.dryRun());
      all = all.plus(sum);
    }
    return RunOutcome.of(report(all, request.dryRun()), newest);
  }

  /** A projection that has not begun reads the table as it is then, and holds nothing back. */
  private long since(TableId table, LakeVersion oldest, LakeVersion newest) {
    return readers
        .positions(table, newest)
        .filter(position -> position != TableState.NOTHING_READ)
        .append(oldest.table(table).get().version())
        .min()
        .get();
  }

  private static RunReport report(Vacuumed all, boolean dryRun) {
    String done = dryRun ? "_unneeded" : "_removed";
    SortedMap<String, Long> upkeep =
        TreeMap.of(
            "files" + done,
            all.files(),
            "bytes" + done,
            all.bytes(),
            "log_files" + done,
            all.logFiles());
    return RunReport.ofUpkeep(upkeep);
  }
}
