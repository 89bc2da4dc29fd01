package io.orderlake.bootstrap.wiring;

import io.orderlake.application.compact.CompactionListener;
import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.TableId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What compactions do, in the runner's log. */
final class CompactionLog implements CompactionListener {
  private static final Logger LOG = LoggerFactory.getLogger(CompactionLog.class);

  @Override
  public void compacted(TableId table, Compacted sum) {
    LOG.info(
        "compacted {}: {} files of {} bytes became {} of {} bytes, {} rows",
        table,
        sum.filesBefore(),
        sum.bytesBefore(),
        sum.filesAfter(),
        sum.bytesAfter(),
        sum.records());
  }

  @Override
  public void postponed(TableId table) {
    LOG.info(
        "{} was not compacted: a run on it has committed and not published; the next run of silver"
            + " publishes it, a later compaction takes it up",
        table);
  }
}
