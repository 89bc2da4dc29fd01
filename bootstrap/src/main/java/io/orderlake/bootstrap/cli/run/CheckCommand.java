package io.orderlake.bootstrap.cli.run;

import io.orderlake.answers.check.VerdictJson;
import io.orderlake.answers.text.Json;
import io.orderlake.application.check.CheckLake;
import io.orderlake.application.check.Verdict;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.alert.Part;
import io.orderlake.domain.alert.Severity;
import io.vavr.collection.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether the lake is well. */
@Command(
    name = "check",
    description = {
      "Holds the lake to the limits that the alerts have, now and once, and says what is wrong.",
      "Ends with 0 when all is well, 1 when somebody should look in working hours, 2 when somebody should look now. These two are a verdict when the last line says so, `check: warn` or `check: bad`; whatever keeps it from one has its own exit code, from 64."
    })
public final class CheckCommand extends RoleCommand {
  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description =
          "Look at some parts alone, commas between: ${COMPLETION-CANDIDATES}. What the others need is not read. That something cannot be read is of all of them.")
  private List<Part> only = List.of(Part.values());

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  public CheckCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    try (Lakehouse lake = Lakehouse.open(config)) {
      Verdict verdict = lake.get(CheckLake.class).now(LinkedHashSet.ofAll(only));
      if (json) {
        shell.screen().say(Json.text(VerdictJson.of(verdict)));
      } else {
        VerdictText.lines(verdict).forEach(shell.screen()::say);
      }
      return verdict.worst().map(CheckCommand::exit).getOrElse(ExitStatus.OK);
    }
  }

  private static ExitStatus exit(Severity worst) {
    return ExitStatus.of(
        switch (worst) {
          case TICKET -> ExitCode.WARN;
          case PAGE -> ExitCode.BAD;
        });
  }
}
