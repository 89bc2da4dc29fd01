package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.gold.GoldJson;
import io.orderlake.answers.text.Csv;
import io.orderlake.answers.text.Json;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.application.lake.AsOf;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.AsOfOption;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.GoldText;
import io.orderlake.bootstrap.terminal.Line;
import io.orderlake.bootstrap.wiring.LakeDoor;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.text.TimeText;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows the Gold tables. */
@Command(
    name = "gold",
    description = "Shows the revenue figures, all tables at one published lake version.")
public final class GoldCommand extends RoleCommand {
  private static final int SCREENFUL = 20;

  @CommandLine.Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TABLE",
      description = "e.g. revenue_by_city_hour (default: all).")
  private @Nullable String table;

  @CommandLine.Option(
      names = "--from",
      paramLabel = "TIME",
      description = "From this date or instant on, e.g. 2026-11-22 or 2026-11-22T10:00:00Z.")
  private @Nullable String from;

  @CommandLine.Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Before this date or instant.")
  private @Nullable String to;

  @CommandLine.Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "time, text or revenue (greatest first; default: time).")
  private ShowGold.Order order = ShowGold.Order.TIME;

  @CommandLine.Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many cells (default: 20, all with --json or CSV).")
  private @Nullable Integer limit;

  @Mixin private AsOfOption asOf = new AsOfOption();

  @ArgGroup private @Nullable Format format;

  private static final class Format {
    @CommandLine.Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Option(
        names = "--csv",
        description = {
          "Print CSV; needs TABLE. A text that a spreadsheet would take for a formula gets an"
              + " apostrophe before it, what is invisible in it becomes a dot."
        })
    private boolean csv;

    @CommandLine.Option(
        names = "--csv-raw",
        description = "Print CSV with every text as it is stored, for programs; needs TABLE.")
    private boolean raw;
  }

  public GoldCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected void check(LakehouseConfig config) {
    Seq<GoldProjection> tables = chosen(config.gold());
    if (format != null && (format.csv || format.raw) && tables.size() != 1) {
      throw wrong("--csv prints one table; name it: " + names(tables));
    }
    AsOf unused = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    try (Lakehouse lake = Lakehouse.open(config)) {
      AsOf when = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
      LakeVersion version = lake.get(ShowGold.class).lake(when).getOrElseThrow(this::wrong);
      return show(new LakeDoor(config).asOf(version.number()), version);
    }
  }

  private ExitStatus show(LakehouseConfig config, LakeVersion version) throws Exception {
    boolean csv = format != null && (format.csv || format.raw);
    boolean json = format != null && format.json;
    try (Lakehouse lake = Lakehouse.open(config)) {
      ShowGold gold = lake.get(ShowGold.class);
      Seq<GoldProjection> tables = chosen(gold.tables());
      Seq<GoldPage> pages = tables.map(t -> page(gold, t, version, csv || json));
      noteIfEmpty(version);
      if (csv) {
        List<Csv.Row> rows = GoldJson.csv(pages.head());
        shell.screen().say(format.raw ? Csv.raw(rows) : Csv.guarded(rows));
      } else if (json) {
        shell.screen().say(Json.text(GoldJson.of(version, pages)));
      } else {
        if (asOf.isGiven()) {
          shell.screen().say(heading(version, new TimeText(config.reportingZone())));
        }
        pages.map(page -> new GoldText(page, config.reportingZone())).forEach(this::show);
      }
      return ExitStatus.OK;
    }
  }

  private static String heading(LakeVersion lake, TimeText times) {
    return lake.isEmpty()
        ? "The lake before anything was published."
        : "As of lake version %s, published at %s."
            .formatted(lake.number(), times.moment(lake.publishedAt()));
  }

  private void show(GoldText text) {
    shell.screen().say("");
    shell.screen().say(Line.bold(text.name()));
    text.table().forEach(shell.screen()::say);
  }

  /** The named table, or those that have the columns that are asked for. */
  private Seq<GoldProjection> chosen(Seq<GoldProjection> all) {
    Seq<String> columns = new CellOptions(spec).texts().keySet().toVector();
    Seq<GoldProjection> named = all.filter(t -> table == null || t.table().equals(table));
    if (named.isEmpty()) {
      throw wrong("there is no Gold table '" + table + "'; there are " + names(all));
    }
    Seq<GoldProjection> having = named.filter(t -> t.textColumns().containsAll(columns.asJava()));
    if (having.isEmpty()) {
      throw wrong(
          table == null
              ? "no Gold table has the columns "
                  + columns.mkString(", ")
                  + "; there are "
                  + names(all)
              : table
                  + " has no column "
                  + columns.find(column -> !named.head().textColumns().contains(column)).get()
                  + "; use "
                  + Vector.ofAll(named.head().textColumns()).map(CellOptions::name).mkString(", "));
    }
    return having;
  }

  private GoldPage page(
      ShowGold gold, GoldProjection projection, LakeVersion lake, boolean forPrograms) {
    int most = limit != null ? limit : forPrograms ? Integer.MAX_VALUE : SCREENFUL;
    return gold.show(
            new ShowGold.Query(
                projection.table(),
                new CellOptions(spec).texts(),
                Option.of(from),
                Option.of(to),
                order,
                most,
                new AsOf.Version(lake.number())))
        .getOrElseThrow(this::wrong);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String names(Seq<GoldProjection> tables) {
    return tables.map(GoldProjection::table).mkString(", ");
  }
}
