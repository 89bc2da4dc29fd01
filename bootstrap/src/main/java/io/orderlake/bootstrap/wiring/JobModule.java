package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.application.audit.AuditJob;
import io.orderlake.application.audit.AuditLake;
import io.orderlake.application.compact.CompactTables;
import io.orderlake.application.gold.PublishRevenue;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.silver.RefineOrders;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableCompaction;
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
  @Singleton
  List<LakehouseJob> jobs(
      SilverTable silver,
      GoldTables gold,
      TableCompaction compaction,
      List<GoldProjection> projections,
      RecordRefiner refiner,
      PublishLake publish,
      AuditLake audit,
      LakehouseConfig config) {

    return List.of(
        new RefineOrders(silver, refiner, publish, config.maxRecordsPerRange()),
        new PublishRevenue(gold, publish, config.maxRecordsPerRange()),
        new CompactTables(compaction, publish, goldTables, new CompactionLog()),
        new AuditJob(audit));
  }
}
