package io.orderlake.application.compact;

import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.TableId;

/** Is told what a compaction does, on the runner's thread, for logs. */
public interface CompactionListener {
  /** The table is done; what was rewritten in this run, perhaps nothing. */
  void compacted(TableId table, Compacted sum);

  /** The table is left to a later run, because a run on it has not been published yet. */
  void postponed(TableId table);
}
