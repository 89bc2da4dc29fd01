package io.orderlake.bootstrap.demo;

import io.orderlake.application.audit.AuditLake;
import io.orderlake.application.audit.scan.AuditProgress;
import io.orderlake.application.audit.verdict.AuditScope;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.generate.ExpectedOutcome;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.application.quarantine.QuarantinePage;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.AuditText;
import io.orderlake.bootstrap.terminal.GoldText;
import io.orderlake.bootstrap.terminal.ShellWord;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Unavailable;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Shows what the lake holds and holds it against what was sent. */
final class DemoReport {
  private static final int ROWS = 8;

  /** As many as a sentence for every reason may need. */
  private static final int EXAMPLES = 2_000;

  private final Lakehouse lake;
  private final Story story;
  private final LakehouseConfig config;

  DemoReport(Lakehouse lake, Story story, LakehouseConfig config) {
    this.lake = lake;
    this.story = story;
    this.config = config;
  }

  /** True when every figure is the one that was sent, and what a replay of Bronze gives. */
  boolean tell(ExpectedOutcome expected) throws Exception {
    Seq<GoldPage> gold = gold();
    QuarantinePage quarantine =
        lake.get(ShowQuarantine.class)
            .show(ShowQuarantine.Query.newest(EXAMPLES))
            .getOrElseThrow(Unavailable::new);
    gold.forEach(
        page -> {
          story.heading(title(page));
          story.lines(new GoldText(page, config.reportingZone()).table());
        });
    story.heading("Quarantine by reason");
    story.lines(DemoFindings.quarantine(quarantine));
    Seq<Verdict.Comparison> verdict =
        Verdict.of(expected, lake.get(LakeVersions.class).latest(), gold, quarantine);
    story.heading("What was sent, and what the lake holds");
    story.styled(DemoFindings.verdict(verdict));
    boolean intact = audit();
    paths();
    return intact && verdict.forAll(Verdict.Comparison::holds);
  }

  private boolean audit() throws Exception {
    story.heading("Audit: Bronze replayed without Spark, and held against every table");
    InstantSource clock = lake.get(InstantSource.class);
    Instant begun = clock.instant();
    AuditVerdict verdict =
        story.step(
            "replaying Bronze",
            () -> lake.get(AuditLake.class).audit(AuditScope.EVERYTHING, AuditProgress.UNHEARD),
            done -> done.isIntact() ? "no difference" : "differences were found");
    story.lines(new AuditText(verdict, Duration.between(begun, clock.instant())).lines());
    return verdict.isIntact();
  }

  private Seq<GoldPage> gold() {
    ShowGold show = lake.get(ShowGold.class);
    return show.tables()
        .map(
            table ->
                show.show(ShowGold.Query.of(table.table(), ShowGold.Order.REVENUE, ROWS))
                    .getOrElseThrow(Unavailable::new));
  }

  private static String title(GoldPage page) {
    return "Gold: "
        + page.projection().table().replace('_', ' ')
        + ", the greatest first ("
        + page.projection().table()
        + ")";
  }

  private void paths() {
    story.heading("Where it lies");
    story.lines(
        List.of(
            "tables    " + config.data() + "/{bronze,silver,gold}",
            "results   " + config.data() + "/triggers/results",
            "journal   " + config.data() + "/runs/journal",
            "logs      " + config.logs(),
            "look at it: ./orderlake gold --data "
                + ShellWord.of(config.data())
                + " --sort revenue",
            "            ./orderlake quarantine list --data " + ShellWord.of(config.data()),
            "            ./orderlake audit --data " + ShellWord.of(config.data())));
  }
}
