package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.delta.bronze.KernelBronzeView;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.KernelTableSizes;
import io.orderlake.adapters.filesystem.alert.FileTroubleLog;
import io.orderlake.adapters.filesystem.lake.FileLakeDisk;
import io.orderlake.adapters.metrics.Webhook;
import io.orderlake.application.check.CheckLake;
import io.orderlake.application.check.TellTroubles;
import io.orderlake.application.metrics.MetricsPorts;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.alert.TroubleLog;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.run.RunRequests;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What metrics are folded out of, and what is told of them; nothing of it is shared with who works.
 * No file is made but those in which a long journal's fold is kept, and what has been told.
 */
final class MetricsModule extends AbstractModule {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsModule.class);

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
      ControlPlane control,
      RunRequests requests,
      QuarantineView quarantine,
      ServedLook served) {
    return new MetricsPorts(
        versions,
        new KernelBronzeView(lake),
        kafka::topics,
        kafka::records,
        control.journalReader(),
        control.keptFold(),
        requests,
        control.queue(),
        quarantine,
        new KernelTableSizes(lake),
        new FileLakeDisk(disk(config)),
        served.asked());
  }

  /** That of a lake in a directory; of one on a store, the disk that this machine works on. */
  private static Path disk(LakehouseConfig config) {
    if (config.store().isEmpty()) {
      return config.data();
    }
    Path place = config.work();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
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

  /** None where nobody is to be told. */
  @Provides
  @Singleton
  Option<TellTroubles> troubles(LakehouseConfig config, CheckLake check) {
    return config
        .metrics()
        .webhook()
        .map(
            url ->
                new TellTroubles(
                    check,
                    new Webhook(
                        url,
                        config.place(),
                        why -> LOG.warn("alert.webhook: {}; it is tried again", why)),
                    told(config.data())));
  }

  private static TroubleLog told(Path lake) {
    if (Files.isWritable(lake)) {
      return new FileTroubleLog(lake.resolve("alerts"));
    }
    LOG.warn("{} cannot be written to: what was told of troubles is known until the end", lake);
    return new Unkept();
  }

  /** Of a lake that this process may only read: nobody else knows what it has told. */
  private static final class Unkept implements TroubleLog, TroubleLog.Held {
    @Override
    public Option<Held> tryTake() {
      return Option.some(this);
    }

    @Override
    public List<Entry> entries() {
      return List.empty();
    }

    @Override
    public void keep(Seq<Entry> entries) {}

    @Override
    public void close() {}
  }

  @Provides
  @Singleton
  CheckLake check(ShowMetrics metrics, InstantSource clock) {
    return new CheckLake(metrics, clock);
  }
}
