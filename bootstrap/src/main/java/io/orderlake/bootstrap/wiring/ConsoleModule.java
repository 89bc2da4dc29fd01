package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.console.explain.ExplainPage;
import io.orderlake.adapters.console.flow.FlowPage;
import io.orderlake.adapters.console.gold.GoldChangesPage;
import io.orderlake.adapters.console.gold.GoldFiguresPage;
import io.orderlake.adapters.console.gold.GoldFilePage;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Extra;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.quarantine.HeldRecordsPage;
import io.orderlake.adapters.console.quarantine.ReasonsPage;
import io.orderlake.adapters.console.redrive.RedrivePage;
import io.orderlake.adapters.console.server.Contents;
import io.orderlake.adapters.metrics.PrometheusText;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.application.run.ShowStatus;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.vavr.collection.List;

/** The console and its pages, in the order of its navigation. */
final class ConsoleModule extends AbstractModule {
  @Provides
  ConsoleView view(LakehouseConfig config) {
    return new ConsoleView(
        config.reportingZone(), config.rules().currency(), config.console().showsValues());
  }

  /** A page is told to the navigation by its place in this list. */
  @Provides
  List<Page> pages(
      FlowPage flow,
      GoldFiguresPage gold,
      GoldFilePage goldFile,
      GoldChangesPage goldChanges,
      ReasonsPage quarantine,
      HeldRecordsPage heldRecords,
      ExplainPage explain,
      RedrivePage redrive) {
    return List.of(flow, gold, goldFile, goldChanges, quarantine, heldRecords, explain, redrive);
  }

  @Provides
  @Singleton
  Contents contents(ConsoleView view, List<Page> pages, ShowMetrics metrics) {
    return new Contents(
        view,
        pages,
        List.of(
            new Extra(
                "/metrics",
                PrometheusText.CONTENT_TYPE,
                () -> PrometheusText.of(metrics.now().metrics()))),
        java.util.Map::of,
        form -> Answer.wrong("there is nothing to ask for"));
  }

  @Provides
  FlowPage flow(ShowStatus status, ConsoleView view) {
    return new FlowPage(status, view);
  }
}
