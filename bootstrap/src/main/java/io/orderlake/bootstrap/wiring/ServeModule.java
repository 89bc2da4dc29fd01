package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.delta.gold.KernelGoldPartitions;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.postgres.PostgresGoldSink;
import io.orderlake.adapters.postgres.PostgresOperations;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.application.serve.AuditServed;
import io.orderlake.application.serve.ServeGold;
import io.orderlake.application.serve.TellOperations;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.gold.GoldPartitions;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.serve.GoldSink;
import io.vavr.collection.List;
import java.time.InstantSource;

/** Gold in PostgreSQL. To be asked for where {@link ServedPlace} names one. */
final class ServeModule extends AbstractModule {
  @Provides
  @Singleton
  GoldPartitions partitions(KernelLake lake) {
    return new KernelGoldPartitions(lake);
  }

  @Provides
  @Singleton
  GoldSink sink(LakehouseConfig config, Resources resources) {
    return resources.opened(
        new PostgresGoldSink(ServedPlace.of(config).require(), config.serve().history()));
  }

  @Provides
  @Singleton
  ServedLook look(LakehouseConfig config, Resources resources) {
    return ServedLook.of(config, resources);
  }

  @Provides
  ServeGold serving(
      LakeVersions versions,
      GoldPartitions partitions,
      List<GoldProjection> projections,
      GoldSink sink,
      InstantSource clock) {
    return new ServeGold(versions, partitions, projections, sink, clock);
  }

  @Provides
  TellOperations telling(
      LakehouseConfig config,
      ControlPlane control,
      LakeVersions versions,
      QuarantineView quarantine,
      InstantSource clock,
      Resources resources) {
    return new TellOperations(
        versions,
        control.journalReader(),
        new ShowQuarantine(versions, quarantine),
        resources.opened(new PostgresOperations(ServedPlace.of(config).require(), clock)),
        clock);
  }

  @Provides
  AuditServed auditing(
      LakeVersions versions,
      GoldPartitions partitions,
      List<GoldProjection> projections,
      GoldSink sink) {
    return new AuditServed(versions, partitions, projections, sink);
  }
}
