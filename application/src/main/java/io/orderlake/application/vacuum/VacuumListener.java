package io.orderlake.application.vacuum;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.Vacuumed;

/** Is told what a vacuum does, on the runner's thread, for logs. */
public interface VacuumListener {
  /** Versions before this one are given up from here on. */
  void keepingSince(LakeVersion oldest);

  /** The table is done; what went, or in a dry run would go, perhaps nothing. */
  void vacuumed(TableId table, Vacuumed sum, boolean dryRun);
}
