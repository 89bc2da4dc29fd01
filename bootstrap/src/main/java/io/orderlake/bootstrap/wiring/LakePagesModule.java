package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.console.explain.ExplainPage;
import io.orderlake.adapters.console.explain.ExplainTools;
import io.orderlake.adapters.console.gold.GoldChangesPage;
import io.orderlake.adapters.console.gold.GoldFiguresPage;
import io.orderlake.adapters.console.gold.GoldFilePage;
import io.orderlake.adapters.console.gold.GoldTools;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.quarantine.HeldRecordsPage;
import io.orderlake.adapters.console.quarantine.ReasonsPage;
import io.orderlake.adapters.console.redrive.RedrivePage;
import io.orderlake.adapters.delta.gold.GoldParquet;
import io.orderlake.application.correct.PreviewRedrive;
import io.orderlake.application.explain.ExplainCell;
import io.orderlake.application.explain.ExplainPorts;
import io.orderlake.application.explain.ExplainRecord;
import io.orderlake.application.gold.CompareGold;
import io.orderlake.application.gold.KeptGoldView;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.application.quarantine.BrowseQuarantine;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.silver.RecordRefiner;
import java.nio.file.Path;

/** The console's pages on what the lake holds: Gold, the quarantine, explanations, re-drive. */
final class LakePagesModule extends AbstractModule {
  /** About 60 MB. */
  private static final int CELLS_KEPT = 200_000;

  @Provides
  @Singleton
  GoldTools goldTools(LakeVersions versions, GoldView view, LakehouseConfig config) {
    GoldView kept = new KeptGoldView(view, CELLS_KEPT);
    LakeDoor door = new LakeDoor(config);
    return new GoldTools(
        versions,
        number -> {
          LakehouseConfig then = door.asOf(number);
          return new ShowGold(versions, kept, then.gold(), then.reportingZone());
        },
        new CompareGold(versions, kept, config.gold(), number -> properties(door.asOf(number))),
        (table, cells) ->
            GoldParquet.of(table, cells, Path.of(System.getProperty("java.io.tmpdir"))));
  }

  private static LakeProperties properties(LakehouseConfig config) {
    return new LakeProperties(config.reportingZone(), config.rules().currency());
  }

  @Provides
  GoldFiguresPage gold(GoldTools tools) {
    return new GoldFiguresPage(tools);
  }

  @Provides
  GoldFilePage goldFile(GoldTools tools) {
    return new GoldFilePage(tools);
  }

  @Provides
  GoldChangesPage goldChanges(GoldTools tools) {
    return new GoldChangesPage(tools);
  }

  @Provides
  @Singleton
  BrowseQuarantine browseQuarantine(LakeVersions versions, QuarantineView view, LakeLookup lookup) {
    return new BrowseQuarantine(versions, view, lookup);
  }

  @Provides
  ReasonsPage reasons(BrowseQuarantine quarantine, ConsoleView view) {
    return new ReasonsPage(quarantine, view);
  }

  @Provides
  HeldRecordsPage heldRecords(BrowseQuarantine quarantine, ConsoleView view) {
    return new HeldRecordsPage(quarantine, view);
  }

  @Provides
  ExplainPage explain(
      ExplainPorts ports,
      RecordRefiner refiner,
      ExplainRecord records,
      ConsoleView view,
      LakehouseConfig config) {
    LakeDoor door = new LakeDoor(config);
    return new ExplainPage(
        new ExplainTools(
            ports.versions(),
            number -> {
              LakehouseConfig then = door.asOf(number);
              return new ExplainCell(ports, refiner, then.gold(), then.reportingZone());
            },
            number -> door.asOf(number).gold(),
            records),
        view.showsValues());
  }

  @Provides
  RedrivePage redrive(PreviewRedrive redrive) {
    return new RedrivePage(redrive);
  }
}
