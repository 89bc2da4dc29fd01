package io.orderlake.benchmarks.history;

import io.orderlake.application.gold.PublishRevenue;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.silver.RefineOrders;
import io.orderlake.benchmarks.BenchFailure;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunId;
import io.orderlake.domain.run.RunReport;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.HashMap;
import java.util.UUID;

/** The jobs of one lake in this process's warm session, run without a trigger. */
final class WarmRuns {
  private final LakeVersions versions;
  private final LakehouseJob silver;
  private final LakehouseJob gold;

  WarmRuns(Lakehouse lake) {
    int range = lake.get(LakehouseConfig.class).maxRecordsPerRange();
    PublishLake publish = lake.get(PublishLake.class);
    this.versions = lake.get(LakeVersions.class);
    this.silver =
        new RefineOrders(
            lake.get(SilverTable.class), lake.get(RecordRefiner.class), publish, range);
    this.gold = new PublishRevenue(lake.get(GoldTables.class), publish, range);
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
