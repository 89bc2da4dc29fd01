package io.orderlake.bootstrap.cli;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.quarantine.QuarantinePage;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.Numbers;
import io.orderlake.bootstrap.terminal.TextTable;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.vavr.Tuple2;
import io.vavr.control.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "quarantine",
    description = {
      "Shows what was set aside: counts by reason, or with `list` the records.",
      "Records come newest first, each with every rule that it broke."
    })
final class QuarantineCommand extends RoleCommand {
  enum What {
    SUMMARY,
    LIST
  }

  @CommandLine.Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "summary or list (default: summary).")
  private What what = What.SUMMARY;

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

  @Mixin private AsOfOption asOf = new AsOfOption();

  @CommandLine.Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  QuarantineCommand(Shell shell) {
    super(shell);
  }

  @Override
  ExitStatus run(LakehouseConfig config) throws Exception {
    requireLake(config);
    if (reason != null && !OrderRules.codes().contains(reason)) {
      throw wrong(
          "there is no reason '"
              + reason
              + "'; the codes are "
              + OrderRules.codes().mkString(", "));
    }
    try (Lakehouse lake = Lakehouse.open(config)) {
      int records = what == What.LIST ? limit : 0;
      AsOf when = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
      QuarantinePage page =
          lake.get(ShowQuarantine.class)
              .show(new ShowQuarantine.Query(Option.of(reason), records, when))
              .getOrElseThrow(this::wrong);
      if (json) {
        shell.screen().say(Json.text(QuarantineText.json(page)));
      } else if (what == What.SUMMARY) {
        summary(page);
      } else {
        list(page);
      }
      return ExitStatus.OK;
    }
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

  private void list(QuarantinePage page) {
    for (QuarantinedRecord record : page.newest()) {
      List<String> lines = QuarantineText.lines(record);
      shell.screen().say(shell.screen().bold(lines.get(0)));
      lines.stream().skip(1).forEach(shell.screen()::say);
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
