package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.application.audit.AuditJob;
import io.orderlake.application.audit.AuditLake;
import io.orderlake.application.compact.CompactTables;
import io.orderlake.application.gold.PublishRevenue;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.lake.TableReaders;
import io.orderlake.application.silver.RefineOrders;
import io.orderlake.application.vacuum.VacuumTables;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RuleSet;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.silver.RecordRefiner;
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
  RecordRefiner refiner(OrderEventDecoder decoder, RuleSet rules) {
    return new RecordRefiner(decoder, rules);
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
  @Singleton
  List<LakehouseJob> jobs(
      SilverTable silver,
      GoldTables gold,
      CompactTables compaction,
      VacuumTables vacuum,
      RecordRefiner refiner,
      PublishLake publish,
      AuditLake audit,
      LakehouseConfig config) {
    return List.of(
        new RefineOrders(silver, refiner, publish, config.maxRecordsPerRange()),
        new PublishRevenue(gold, publish, config.maxRecordsPerRange()),
        compaction,
        vacuum,
        new AuditJob(audit));
  }
}
