package io.orderlake.adapters.console.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.console.explain.ExplainPage;
import io.orderlake.adapters.console.explain.ExplainTools;
import io.orderlake.adapters.console.gold.GoldChangesPage;
import io.orderlake.adapters.console.gold.GoldFiguresPage;
import io.orderlake.adapters.console.gold.GoldFilePage;
import io.orderlake.adapters.console.gold.GoldTools;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.quarantine.HeldRecordsPage;
import io.orderlake.adapters.console.quarantine.ReasonsPage;
import io.orderlake.adapters.console.redrive.RedrivePage;
import io.orderlake.adapters.console.server.ConsoleStage;
import io.orderlake.application.correct.PreviewRedrive;
import io.orderlake.application.explain.ExplainStage;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.gold.CompareGold;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.application.quarantine.BrowseQuarantine;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeProperties;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A lake in memory that reports in UTC, and the pages that show what it holds. */
public final class LakeStage {
  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final LakeProperties PROPERTIES = GoldFixture.in(ZONE);
  private static final Vector<GoldProjection> TABLES = Vector.ofAll(GoldFixture.tables(ZONE));

  /** What stands for a Parquet file. */
  public static final String PARQUET = "%s cells of %s";

  private final ExplainStage lake = new ExplainStage().reportingIn(ZONE);

  /** The lake, to be filled. */
  public ExplainStage lake() {
    return lake;
  }

  /** An order of that city at an hour of a day. */
  public static Sent sold(String id, String city, String time, int quantity) {
    return Sent.to(
        0,
        Event.v2(id)
            .text("city", city)
            .text("event_time", time)
            .with("quantity", Integer.toString(quantity)));
  }

  /** Shows a Gold table as the command line does. */
  public ShowGold gold() {
    return new ShowGold(lake.versions(), lake.gold(), TABLES, ZONE);
  }

  public CompareGold changes() {
    return new CompareGold(lake.versions(), lake.gold(), TABLES, number -> PROPERTIES);
  }

  public PreviewRedrive redrive() {
    return new PreviewRedrive(
        lake.versions(), lake.quarantine(), lake.lookup(), lake.refiner(), lake.rebuild());
  }

  public BrowseQuarantine quarantine() {
    return new BrowseQuarantine(lake.versions(), lake.quarantine(), lake.lookup());
  }

  /** Serves all pages; the rules in force are those of now. */
  public ConsoleStage serve(boolean showsValues) throws IOException {
    ConsoleView view = new ConsoleView(ZONE, "USD", showsValues);
    GoldTools tools =
        new GoldTools(
            lake.versions(),
            number -> gold(),
            changes(),
            (table, cells) ->
                Option.when(
                    cells.nonEmpty(),
                    () -> PARQUET.formatted(cells.size(), table.table()).getBytes(UTF_8)));
    BrowseQuarantine quarantine = quarantine();
    ExplainTools explain =
        new ExplainTools(lake.versions(), number -> lake.cells(), number -> TABLES, lake.records());
    Page[] pages = {
      new GoldFiguresPage(tools),
      new GoldFilePage(tools),
      new GoldChangesPage(tools),
      new ReasonsPage(quarantine, view),
      new HeldRecordsPage(quarantine, view),
      new ExplainPage(explain, showsValues),
      new RedrivePage(redrive())
    };
    return ConsoleStage.serving(pages);
  }
}
