package io.orderlake.bootstrap.cli.serve;

import io.orderlake.bootstrap.up.Troubles;
import io.orderlake.bootstrap.wiring.ClusterWatch;
import io.orderlake.bootstrap.wiring.Lakehouse;

/** Says on the screen when a Spark cluster that does the work has nobody left to do it. */
final class ClusterNotes {
  private static final String PART = "cluster";

  private ClusterNotes() {}

  /** From now on, until it is closed. */
  static AutoCloseable of(Lakehouse lake, Troubles troubles) {
    return lake.get(ClusterWatch.class)
        .tell(
            gone -> {
              boolean unused = troubles.met(PART, gone, gone);
            },
            back -> troubles.over(PART, back));
  }
}
