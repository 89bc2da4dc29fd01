package io.orderlake.bootstrap.wiring;

import io.orderlake.application.vacuum.VacuumListener;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.Vacuumed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What vacuums do, in the runner's log. */
final class VacuumLog implements VacuumListener {
  private static final Logger LOG = LoggerFactory.getLogger(VacuumLog.class);

  @Override
  public void keepingSince(LakeVersion oldest) {
    LOG.info(
        "keeping lake version {}, published at {}, and those after it",
        oldest.number(),
        oldest.publishedAt());
  }

  @Override
  public void vacuumed(TableId table, Vacuumed sum, boolean dryRun) {
    LOG.info(
        "{} {}: {} files of {} bytes, {} files of the log",
        dryRun ? "could remove from" : "removed from",
        table,
        sum.files(),
        sum.bytes(),
        sum.logFiles());
  }
}
