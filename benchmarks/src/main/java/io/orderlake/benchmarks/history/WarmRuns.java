package io.orderlake.benchmarks.history;

import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Runners;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.vavr.collection.HashMap;
import java.util.UUID;

/** The jobs of one lake in this process's warm session, run without a trigger. */
final class WarmRuns {
  private final LakeVersions versions;
  private final LakehouseJob silver;
  private final LakehouseJob gold;

  WarmRuns(Lakehouse lake) {
    Runners runners = lake.get(Runners.class);
    this.versions = lake.get(LakeVersions.class);
    this.silver = runners.job(JobName.SILVER);
    this.gold = runners.job(JobName.GOLD);
  }

  RunReport silver() {
    return run(silver);
  }

  RunReport gold() {
    return run(gold);
  }

  private RunReport run(LakehouseJob job) {
    RunId id = new RunId("bench-" + UUID.randomUUID());
    return job.run(new RunContext(id, versions.latest().epoch(), HashMap.empty()))
        .getOrElseThrow(failure -> new BenchFailure(job.name() + " failed: " + failure.message()))
        .report();
  }
}
