package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.application.audit.AuditJob;
import io.orderlake.application.audit.AuditLake;
import io.orderlake.application.compact.CompactTables;
import io.orderlake.application.correct.Correction;
import io.orderlake.application.correct.ForeseeRebuild;
import io.orderlake.application.correct.RebuildLake;
import io.orderlake.application.correct.RedriveQuarantine;
import io.orderlake.application.gold.GoldWork;
import io.orderlake.application.gold.PublishRevenue;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.lake.TableReaders;
import io.orderlake.application.refund.FindOverRefunds;
import io.orderlake.application.silver.RefineOrders;
import io.orderlake.application.silver.SilverWork;
import io.orderlake.application.vacuum.VacuumTables;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.SilverRebuilds;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.List;
import java.time.InstantSource;

/** What trigger files can ask for. */
final class JobModule extends AbstractModule {
  @Provides
  PublishLake publishLake(LakeVersions versions, InstantSource clock) {
    return new PublishLake(versions, clock);
  }

  @Provides
  TableReaders readers(List<GoldProjection> projections) {
    return new TableReaders(projections.map(projection -> TableId.gold(projection.table())));
  }

  @Provides
  CompactTables compaction(TableCompaction tables, PublishLake publish, TableReaders readers) {
    return new CompactTables(tables, publish, readers, new CompactionLog());
  }

  @Provides
  VacuumTables vacuum(
      TableVacuum tables,
      LakeVersions versions,
      TableReaders readers,
      LakehouseConfig config,
      InstantSource clock) {
    VacuumTables.Terms terms = VacuumTables.Terms.of(config.upkeep().retention());
    return new VacuumTables(tables, versions, readers, terms, clock, new VacuumLog());
  }

  @Provides
  SilverWork silver(SilverTable silver, @Judging RecordRefiner refiner, LakehouseConfig config) {
    return new SilverWork(silver, refiner, config.maxRecordsPerRange());
  }

  @Provides
  GoldWork gold(GoldTables gold, LakehouseConfig config) {
    return new GoldWork(gold, config.maxRecordsPerRange());
  }

  @Provides
  Correction correction(SilverWork silver, GoldWork gold, PublishLake publish) {
    return new Correction(silver, gold, publish);
  }

  @Provides
  RebuildLake rebuild(SilverRebuilds rebuilds, Correction correction, ForeseeRebuild foresee) {
    return new RebuildLake(rebuilds, correction, foresee);
  }

  @Provides
  RedriveQuarantine redrive(
      QuarantineRedrive quarantine,
      Correction correction,
      RebuildLake rebuild,
      @Judging Schemas schemas) {
    return new RedriveQuarantine(quarantine, correction, rebuild, schemas);
  }

  @Provides
  @Singleton
  List<LakehouseJob> jobs(
      SilverWork silver,
      GoldWork gold,
      CompactTables compaction,
      VacuumTables vacuum,
      PublishLake publish,
      AuditLake audit,
      FindOverRefunds overRefunds,
      RebuildLake rebuild,
      RedriveQuarantine redrive) {
    return List.of(
        new RefineOrders(silver, publish),
        new PublishRevenue(gold, publish),
        compaction,
        vacuum,
        new AuditJob(audit, overRefunds),
        rebuild,
        redrive);
  }
}
