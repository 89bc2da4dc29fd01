package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.filesystem.lake.FileLakeVersions;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.application.gold.GoldWork;
import io.orderlake.application.gold.PublishRevenue;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.silver.RefineOrders;
import io.orderlake.application.silver.SilverWork;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.silver.RecordRefiner;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.InstantSource;

/** The jobs Silver and Gold over a lake that is no runner's. */
final class ScratchJobs {
  /** A topic of no source: its records are events of the contract. */
  static final String TOPIC = "(warm-up)";

  private static final RunContext RUN = new RunContext(new RunId("warm-up"), 1, HashMap.empty());

  private final List<LakehouseJob> all;

  /** What the jobs of the configured lake are made of, too. */
  record Parts(
      RecordRefiner refiner,
      List<GoldProjection> projections,
      LakehouseConfig config,
      InstantSource clock) {
    @Inject
    Parts {}
  }

  ScratchJobs(SparkLake lake, Parts parts, Path versions) {
    PublishLake publish = new PublishLake(new FileLakeVersions(versions), parts.clock);
    long most = parts.config.maxRecordsPerRange();
    this.all =
        List.of(
            new RefineOrders(new SilverWork(lake.silver().table(), parts.refiner, most), publish),
            new PublishRevenue(new GoldWork(lake.gold(parts.projections), most), publish));
  }

  /** In the order in which they build on each other. */
  List<LakehouseJob> all() {
    return all;
  }

  /** Throws when the job fails. */
  void run(LakehouseJob job) {
    job.run(RUN)
        .swap()
        .forEach(
            failure -> {
              throw new IllegalStateException(job.name() + ": " + failure.message());
            });
  }
}
