package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.explain.ExplanationJson;
import io.orderlake.answers.explain.RecordAddress;
import io.orderlake.answers.text.Json;
import io.orderlake.application.explain.ExplainCell;
import io.orderlake.application.explain.ExplainRecord;
import io.orderlake.application.explain.ExplainedCell;
import io.orderlake.application.explain.ExplainedRecords;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.application.lake.AsOf;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.query.CellOptions.CellName;
import io.orderlake.bootstrap.cli.role.AsOfOption;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.LakeDoor;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.gold.GoldProjection;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows where a figure comes from, or what became of an event or a record. */
@Command(
    name = "explain",
    description = {
      "Shows where a figure comes from, or what became of an event or a record, down to the bytes.",
      "",
      "  explain revenue_by_city_hour --city Berlin --hour 2026-11-22T10:00:00Z",
      "  explain event 0190f6e2-8c5e-7a54-9d2c-3b0f1f6f7a10",
      "  explain record orders/0/42",
      "  explain record shop-orders/0/17/2",
      "",
      "Ends with 74 when a cell is not the sum of its rows, or a record is not accounted for."
    })
public final class ExplainCommand extends RoleCommand {

  @CommandLine.Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "WHAT", description = "A Gold table, event or record.")
  private String what = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WHICH",
      description = "The event's id, or the record's TOPIC/PARTITION/OFFSET[/LINE].")
  private @Nullable String which;

  @CommandLine.Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "Show at most so many rows of a cell (default: ${DEFAULT-VALUE}); all are added up.")
  private int limit = 5;

  @Mixin private AsOfOption asOf = new AsOfOption();

  @CommandLine.Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  public ExplainCommand(Shell shell) {
    super(shell);
  }

  private boolean isOfBronze() {
    return what.equals("event") || what.equals("record");
  }

  @Override
  protected void check(LakehouseConfig config) {
    if (isOfBronze()) {
      checkWhich();
      if (what.equals("record")) {
        LinePosition unused = RecordAddress.of(String.valueOf(which)).getOrElseThrow(this::wrong);
      }
    } else {
      CellName unused = cellName(config);
    }
    AsOf unused = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    CellName cell = isOfBronze() ? null : cellName(config);
    try (Lakehouse lake = Lakehouse.open(config)) {
      AsOf when = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
      if (cell == null) {
        return ToldRecords.tell(shell, records(lake, String.valueOf(which), when), config, json);
      }
      long version = lake.get(ShowGold.class).lake(when).getOrElseThrow(this::wrong).number();
      return explainCell(new LakeDoor(config).asOf(version), cell, version);
    }
  }

  /** In the zone that the lake had at that version. */
  private ExitStatus explainCell(LakehouseConfig config, CellName cell, long version)
      throws Exception {
    try (Lakehouse lake = Lakehouse.open(config)) {
      return told(cell(lake, cell, new AsOf.Version(version)), config);
    }
  }

  private void checkWhich() {
    Seq<String> columns = new CellOptions(spec).given();
    if (!columns.isEmpty()) {
      throw wrong(
          CellOptions.name(columns.head()) + " names a cell of a Gold table, not an " + what);
    }
    if (which == null) {
      throw wrong(
          what.equals("event")
              ? "explain event needs the event's id"
              : "explain record needs the record's " + RecordAddress.FORM);
    }
  }

  private CellName cellName(LakehouseConfig config) {
    Option<GoldProjection> table = config.gold().find(gold -> gold.table().equals(what));
    if (table.isEmpty()) {
      throw wrong(
          "there is nothing called '%s' to explain: explain a Gold table (%s), event or record"
              .formatted(what, config.gold().map(GoldProjection::table).mkString(", ")));
    }
    if (which != null) {
      throw wrong("'" + which + "' is one too many: a cell is named by options");
    }
    return new CellOptions(spec).of(table.get()).getOrElseThrow(this::wrong);
  }

  private ExplainedCell cell(Lakehouse lake, CellName name, AsOf when) {
    return lake.get(ExplainCell.class)
        .explain(new ExplainCell.Query(what, name.texts().asJava(), name.time(), limit, when))
        .getOrElseThrow(this::wrong);
  }

  private ExplainedRecords records(Lakehouse lake, String named, AsOf when) {
    ExplainRecord explain = lake.get(ExplainRecord.class);
    Either<String, ExplainedRecords> found =
        what.equals("event")
            ? explain.event(named, when)
            : RecordAddress.of(named).flatMap(source -> explain.record(source, when));
    return found.getOrElseThrow(this::wrong);
  }

  private ExitStatus told(ExplainedCell cell, LakehouseConfig config) {
    if (json) {
      shell.screen().say(Json.text(ExplanationJson.of(cell)));
    } else {
      new ExplanationText(config.reportingZone()).cell(cell).forEach(shell.screen()::say);
    }
    return cell.isDamaged() ? ExitStatus.of(ExitCode.STORE) : ExitStatus.OK;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
