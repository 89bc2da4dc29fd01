package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.orderlake.application.audit.AuditLake;
import io.orderlake.application.audit.scan.AuditPorts;
import io.orderlake.application.correct.ForecastPorts;
import io.orderlake.application.correct.ForeseeGold;
import io.orderlake.application.correct.ForeseeRebuild;
import io.orderlake.application.correct.PreviewRedrive;
import io.orderlake.application.explain.ExplainCell;
import io.orderlake.application.explain.ExplainPorts;
import io.orderlake.application.explain.ExplainRecord;
import io.orderlake.application.generate.GenerateOrders;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.application.lake.FindFiles;
import io.orderlake.application.lake.KnowLake;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.application.refund.FindOverRefunds;
import io.orderlake.application.run.RequestRun;
import io.orderlake.application.run.RunnerPorts;
import io.orderlake.application.run.ShowStatus;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.LakeFiles;
import io.orderlake.domain.lake.LakeRegister;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.order.OrderEventLog;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.LineageLog;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.SilverView;
import io.vavr.collection.List;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** The use cases over their ports. */
final class UseCaseModule extends AbstractModule {
  @Provides
  ShowGold showGold(
      LakeVersions versions,
      GoldView view,
      List<GoldProjection> projections,
      LakehouseConfig config) {
    return new ShowGold(versions, view, projections, config.reportingZone());
  }

  @Provides
  FindFiles findFiles(LakeVersions versions, LakeFiles files, List<GoldProjection> projections) {
    return new FindFiles(versions, files, projections);
  }

  @Provides
  KnowLake knowLake(
      LakeRegister register, LakeVersions versions, GoldView gold, SilverView silver) {
    return new KnowLake(register, versions, gold, silver);
  }

  @Provides
  ShowStatus showStatus(
      BronzeView bronze,
      LakeVersions versions,
      RunJournal journal,
      RunRequests requests,
      List<GoldProjection> projections,
      InstantSource clock) {
    return new ShowStatus(bronze, versions, journal, requests, tables(projections), clock);
  }

  @Provides
  RequestRun requestRun(RunRequests requests, InstantSource clock) {
    return new RequestRun(requests, clock);
  }

  @Provides
  RunnerPorts runnerPorts(
      LeaderLock leaderLock,
      TriggerInbox inbox,
      ResultOutbox outbox,
      RunJournal journal,
      LakeVersions versions,
      BronzeView bronze,
      LineageLog lineage) {
    return new RunnerPorts(leaderLock, inbox, outbox, journal, versions, bronze, lineage);
  }

  @Provides
  GenerateOrders generateOrders(OrderEventLog log, InstantSource clock) {
    return new GenerateOrders(log, clock, UseCaseModule::pause);
  }

  /** Returns early when the thread is interrupted, which stays marked. */
  private static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }

  private static List<TableId> tables(List<GoldProjection> projections) {
    return projections.map(projection -> TableId.gold(projection.table()));
  }

  @Provides
  AuditPorts auditPorts(
      LakeVersions versions,
      BronzeView bronze,
      SilverView silver,
      QuarantineView quarantine,
      GoldView gold,
      Scratch scratch) {
    return new AuditPorts(versions, bronze, silver, quarantine, gold, scratch);
  }

  @Provides
  AuditLake audit(
      AuditPorts ports,
      RecordRefiner refiner,
      List<GoldProjection> projections,
      LakehouseConfig config) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new AuditLake(ports, refiner, projections, config.reportingZone(), threads);
  }

  @Provides
  FindOverRefunds findOverRefunds(LakeVersions versions, LakeLookup lookup) {
    return new FindOverRefunds(versions, lookup);
  }

  @Provides
  ShowQuarantine showQuarantine(LakeVersions versions, QuarantineView view) {
    return new ShowQuarantine(versions, view);
  }

  @Provides
  PreviewRedrive previewRedrive(
      LakeVersions versions,
      QuarantineView quarantine,
      LakeLookup lookup,
      @Looking RecordRefiner refiner,
      ForecastPorts ports) {
    return new PreviewRedrive(
        versions, quarantine, lookup, refiner, new ForeseeRebuild(ports, refiner));
  }

  @Provides
  ForeseeGold foreseeGold(SilverView silver, GoldView gold, List<GoldProjection> projections) {
    return new ForeseeGold(silver, gold, projections);
  }

  @Provides
  ForecastPorts forecastPorts(
      BronzeView bronze, SilverView silver, QuarantineView quarantine, Scratch scratch) {
    return new ForecastPorts(bronze, silver, quarantine, scratch);
  }

  @Provides
  ForeseeRebuild foreseeRebuild(ForecastPorts ports, RecordRefiner refiner) {
    return new ForeseeRebuild(ports, refiner);
  }

  @Provides
  ExplainPorts explainPorts(LakeVersions versions, BronzeView bronze, LakeLookup lookup) {
    return new ExplainPorts(versions, bronze, lookup);
  }

  @Provides
  ExplainCell explainCell(
      ExplainPorts ports,
      RecordRefiner refiner,
      List<GoldProjection> projections,
      LakehouseConfig config) {
    return new ExplainCell(ports, refiner, projections, config.reportingZone());
  }

  @Provides
  ExplainRecord explainRecord(ExplainPorts ports, RecordRefiner refiner) {
    return new ExplainRecord(ports, refiner);
  }
}
