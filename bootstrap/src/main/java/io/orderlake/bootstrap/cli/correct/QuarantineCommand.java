package io.orderlake.bootstrap.cli.correct;

import io.orderlake.answers.correct.RedriveJson;
import io.orderlake.answers.explain.RecordAddress;
import io.orderlake.answers.quarantine.QuarantineJson;
import io.orderlake.answers.text.Json;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.correct.PreviewRedrive;
import io.orderlake.application.correct.RedrivePreview;
import io.orderlake.application.correct.RedriveQuarantine;
import io.orderlake.application.correct.RowLoss;
import io.orderlake.application.explain.ExplainRecord;
import io.orderlake.application.explain.ExplainedRecords;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.quarantine.QuarantinePage;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.query.ToldRecords;
import io.orderlake.bootstrap.cli.role.AsOfOption;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.cli.run.RequestedJob;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.TextTable;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.text.TimeText;
import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows what was set aside, and has it judged again. */
@Command(
    name = "quarantine",
    description = {
      "Shows what was set aside: counts by reason, with `list` the records, with `show` one of them"
          + " and what became of it.",
      "Records come newest first, each with every rule that it broke. With `redrive` the runner"
          + " judges them again under the rules in force and releases what passes into Silver and"
          + " Gold."
    })
public final class QuarantineCommand extends RoleCommand {
  enum What {
    SUMMARY,
    LIST,
    SHOW,
    REDRIVE
  }

  @CommandLine.Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "summary, list, show or redrive (default: summary).")
  private What what = What.SUMMARY;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RECORD",
      description = "With show: the record's " + RecordAddress.FORM + ".")
  private @Nullable String record;

  @CommandLine.Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "Only records with this reason.")
  private @Nullable String reason;

  @CommandLine.Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many records (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @CommandLine.Option(
      names = "--dry-run",
      description = "With redrive: say what would be released, and change nothing.")
  private boolean dryRun;

  @CommandLine.Option(
      names = "--yes",
      description = "With redrive: go on although rows go out of Silver and Gold.")
  private boolean yes;

  @CommandLine.Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "With redrive: how long to wait, e.g. 90s (default: 1h). The run goes on.")
  private Duration timeout = Duration.ofHours(1);

  @Mixin private AsOfOption asOf = new AsOfOption();

  @CommandLine.Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  public QuarantineCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected void check(LakehouseConfig config) {
    if (reason != null && !OrderRules.codes().contains(reason)) {
      throw wrong(
          "there is no reason '"
              + reason
              + "'; the codes are "
              + OrderRules.codes().mkString(", "));
    }
    if ((what == What.SHOW) != (record != null)) {
      throw wrong(
          what == What.SHOW
              ? "quarantine show needs the record's " + RecordAddress.FORM
              : "'" + record + "' is one too many: only show takes a record");
    }
    if (record != null) {
      LinePosition unused = RecordAddress.of(record).getOrElseThrow(this::wrong);
    }
    AsOf unused = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    try (Lakehouse lake = Lakehouse.open(config)) {
      if (what == What.REDRIVE) {
        return redrive(lake);
      }
      AsOf when = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
      if (record != null) {
        ExplainedRecords told =
            RecordAddress.of(record)
                .flatMap(source -> lake.get(ExplainRecord.class).record(source, when))
                .getOrElseThrow(this::wrong);
        return ToldRecords.tell(shell, told, config, json);
      }
      int records = what == What.LIST ? limit : 0;
      QuarantinePage page =
          lake.get(ShowQuarantine.class)
              .show(new ShowQuarantine.Query(Option.of(reason), records, when))
              .getOrElseThrow(this::wrong);
      noteIfEmpty(page.lake());
      if (json) {
        shell.screen().say(Json.text(QuarantineJson.of(page)));
      } else if (what == What.SUMMARY) {
        summary(page);
      } else {
        list(page, new TimeText(config.reportingZone()));
      }
      return ExitStatus.OK;
    }
  }

  private ExitStatus redrive(Lakehouse lake) {
    if (!dryRun && yes) {
      return redrive(lake, true);
    }
    RedrivePreview preview = lake.get(PreviewRedrive.class).preview(Option.of(reason));
    if (!dryRun) {
      if (!preview.losesRows()) {
        return redrive(lake, false);
      }
      RedriveText.lines(preview).forEach(shell.screen()::note);
      return Confirmation.in(shell).asks(question(preview))
          ? redrive(lake, true)
          : ExitStatus.of(ExitCode.USAGE);
    }
    if (json) {
      shell.screen().say(Json.text(RedriveJson.of(preview)));
    } else {
      RedriveText.lines(preview).forEach(shell.screen()::say);
    }
    return ExitStatus.OK;
  }

  private static String question(RedrivePreview preview) {
    return "this takes %s with revenue %s out of Silver and Gold"
        .formatted(Numbers.count(preview.out().rows(), "row"), preview.out().totals().revenue());
  }

  private ExitStatus redrive(Lakehouse lake, boolean mayLoseRows) {
    SortedMap<String, String> params =
        Option.of(reason)
            .map(code -> TreeMap.of(RedriveQuarantine.REASON, code))
            .getOrElse(TreeMap::empty);
    return new RequestedJob(
            JobName.REDRIVE,
            mayLoseRows ? params.put(RowLoss.PARAMETER, "true") : params,
            "orderlake quarantine redrive")
        .perform(shell, lake, timeout, json);
  }

  private void summary(QuarantinePage page) {
    TextTable table = TextTable.of(TextTable.left("reason"), TextTable.right("records"));
    for (Tuple2<String, Long> count : page.byReason()) {
      table = table.row(count._1, Numbers.count(count._2));
    }
    table.lines().forEach(shell.screen()::say);
    shell
        .screen()
        .say(
            Numbers.count(page.records(), "record")
                + " quarantined; a record counts under each of its reasons (lake version "
                + page.lake().number()
                + ")");
  }

  private void list(QuarantinePage page, TimeText times) {
    for (QuarantinedRecord record : page.newest()) {
      QuarantineText.lines(record, times).forEach(shell.screen()::say);
    }
    shell
        .screen()
        .say(
            Numbers.count(page.newest().size())
                + " of "
                + Numbers.count(page.matching(), "record")
                + " (lake version "
                + page.lake().number()
                + ")");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
