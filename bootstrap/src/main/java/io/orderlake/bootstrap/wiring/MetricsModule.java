package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.delta.bronze.KernelBronzeView;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.KernelTableSizes;
import io.orderlake.adapters.filesystem.lake.FileLakeDisk;
import io.orderlake.adapters.filesystem.run.FileJournalReader;
import io.orderlake.adapters.filesystem.run.FileKeptFold;
import io.orderlake.adapters.filesystem.run.FileRequestQueue;
import io.orderlake.adapters.filesystem.run.RunDirectories;
import io.orderlake.application.check.CheckLake;
import io.orderlake.application.metrics.MetricsPorts;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.run.RunRequests;
import io.vavr.collection.List;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What metrics are folded out of; nothing of it is shared with who works. No file is made but that
 * in which a long journal's fold is kept.
 */
final class MetricsModule extends AbstractModule {
  @Provides
  @Singleton
  MetricsKafka kafka(LakehouseConfig config, Resources resources) {
    return resources.opened(new MetricsKafka(config));
  }

  @Provides
  @Singleton
  MetricsPorts ports(
      LakehouseConfig config,
      KernelLake lake,
      MetricsKafka kafka,
      LakeVersions versions,
      RunDirectories directories,
      RunRequests requests,
      QuarantineView quarantine) {
    Path journal = config.data().resolve("runs").resolve("journal");
    return new MetricsPorts(
        versions,
        new KernelBronzeView(lake),
        kafka::topics,
        kafka::records,
        new FileJournalReader(journal),
        new FileKeptFold(journal, config.data().resolve("runs").resolve("journal-fold")),
        requests,
        new FileRequestQueue(directories),
        quarantine,
        new KernelTableSizes(lake),
        new FileLakeDisk(config.data()));
  }

  @Provides
  @Singleton
  ShowMetrics metrics(MetricsPorts ports, List<GoldProjection> projections, InstantSource clock) {
    return new ShowMetrics(
        ports,
        projections.map(projection -> TableId.gold(projection.table())),
        ProgramVersion.NUMBER,
        clock);
  }

  @Provides
  @Singleton
  CheckLake check(ShowMetrics metrics, InstantSource clock) {
    return new CheckLake(metrics, clock);
  }
}
