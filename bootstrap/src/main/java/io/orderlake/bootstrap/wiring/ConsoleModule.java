package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.console.ask.AskRuns;
import io.orderlake.adapters.console.audit.AuditPage;
import io.orderlake.adapters.console.explain.ExplainPage;
import io.orderlake.adapters.console.flow.FlowPage;
import io.orderlake.adapters.console.flow.FlowWatch;
import io.orderlake.adapters.console.gold.GoldChangesPage;
import io.orderlake.adapters.console.gold.GoldFiguresPage;
import io.orderlake.adapters.console.gold.GoldFilePage;
import io.orderlake.adapters.console.health.HealthPage;
import io.orderlake.adapters.console.health.RunbookPage;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Extra;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.quarantine.HeldRecordsPage;
import io.orderlake.adapters.console.quarantine.ReasonsPage;
import io.orderlake.adapters.console.redrive.RedrivePage;
import io.orderlake.adapters.console.run.RunsPage;
import io.orderlake.adapters.console.server.Contents;
import io.orderlake.adapters.console.version.VersionsPage;
import io.orderlake.adapters.metrics.PrometheusText;
import io.orderlake.application.lake.ListVersions;
import io.orderlake.application.metrics.MetricsPorts;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.application.run.RequestRun;
import io.orderlake.application.run.ShowRuns;
import io.orderlake.application.run.ShowStatus;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.RunJournal;
import io.vavr.collection.List;
import java.time.InstantSource;

/** The console and its pages; what they read is not shared with who works. */
final class ConsoleModule extends AbstractModule {
  @Provides
  ConsoleView view(LakehouseConfig config) {
    return new ConsoleView(
        config.reportingZone(), config.rules().currency(), config.console().showsValues());
  }

  /** In the order of the navigation. */
  @Provides
  List<Page> pages(
      FlowPage flow,
      GoldFiguresPage gold,
      GoldFilePage goldFile,
      GoldChangesPage goldChanges,
      ReasonsPage quarantine,
      HeldRecordsPage heldRecords,
      ExplainPage explain,
      RedrivePage redrive,
      RunsPage runs,
      VersionsPage versions,
      AuditPage audit,
      HealthPage health,
      RunbookPage runbook) {
    return List.of(
        flow,
        gold,
        goldFile,
        goldChanges,
        quarantine,
        heldRecords,
        explain,
        redrive,
        runs,
        versions,
        audit,
        health,
        runbook);
  }

  @Provides
  @Singleton
  Contents contents(
      ConsoleView view, List<Page> pages, ShowMetrics metrics, FlowWatch watch, AskRuns asking) {
    Extra told =
        new Extra(
            "/metrics",
            PrometheusText.CONTENT_TYPE,
            () -> PrometheusText.of(metrics.now().metrics()));
    return new Contents(view, pages, List.of(told), watch, asking);
  }

  @Provides
  @Singleton
  FlowWatch watch(ShowMetrics metrics, InstantSource clock) {
    return new FlowWatch(metrics::now, clock);
  }

  @Provides
  AskRuns asking(RequestRun requests, InstantSource clock) {
    return new AskRuns(requests, (job, at) -> RunIds.madeUp("console", job, at), clock);
  }

  @Provides
  ShowRuns runs(RunJournal journal, MetricsPorts ports, InstantSource clock) {
    return new ShowRuns(journal, ports.requests(), ports.queue(), clock);
  }

  @Provides
  FlowPage flow(
      MetricsPorts ports,
      RunJournal journal,
      List<GoldProjection> projections,
      FlowWatch watch,
      ConsoleView view,
      InstantSource clock) {
    ShowStatus status =
        new ShowStatus(
            ports.bronze(),
            ports.versions(),
            journal,
            ports.requests(),
            projections.map(projection -> TableId.gold(projection.table())),
            clock);
    return new FlowPage(status, ports.versions(), watch, view);
  }

  @Provides
  RunsPage runs(ShowRuns runs, LakeVersions versions, ConsoleView view) {
    return new RunsPage(runs, versions, view);
  }

  @Provides
  VersionsPage versions(LakeVersions versions, LakehouseConfig config, ConsoleView view) {
    return new VersionsPage(
        new ListVersions(versions), versions, config.upkeep().retention(), view);
  }

  @Provides
  AuditPage audit(ShowRuns runs, MetricsPorts ports, ConsoleView view) {
    return new AuditPage(runs, ports.bronze(), ports.versions(), view);
  }

  @Provides
  RunbookPage runbook(LakeVersions versions) {
    return new RunbookPage(versions);
  }

  @Provides
  HealthPage health(LakeVersions versions, FlowWatch watch) {
    return new HealthPage(versions, watch::readings);
  }
}
