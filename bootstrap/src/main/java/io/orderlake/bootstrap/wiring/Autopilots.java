package io.orderlake.bootstrap.wiring;

import io.orderlake.application.run.KeepFresh;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.RunRequests;
import io.vavr.collection.List;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Makes the watchers that ask for Silver, Gold and maintenance as Bronze grows. */
public final class Autopilots {
  private final BronzeView bronze;
  private final LakeVersions versions;
  private final RunRequests requests;
  private final List<GoldProjection> projections;
  private final LakehouseConfig config;
  private final InstantSource clock;

  @Inject
  Autopilots(
      BronzeView bronze,
      LakeVersions versions,
      RunRequests requests,
      List<GoldProjection> projections,
      LakehouseConfig config,
      InstantSource clock) {
    this.bronze = bronze;
    this.versions = versions;
    this.requests = requests;
    this.projections = projections;
    this.config = config;
    this.clock = clock;
  }

  /** A watcher that is not steering yet. */
  public KeepFresh steering(KeepFresh.Listener listener) {
    return new KeepFresh(
        bronze,
        versions,
        requests,
        projections.map(projection -> TableId.gold(projection.table())),
        config.upkeep().everyCommits(),
        clock,
        listener);
  }
}
