package io.orderlake.bootstrap.cli;

import io.orderlake.application.correct.RebuildLake;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.vavr.collection.TreeMap;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has projections built anew. */
@Command(
    name = "rebuild",
    description = {
      "Has the runner build projections anew under the rules in force.",
      "Readers see the present lake version until the new tables are complete, then all of them at once. Broken off, a rebuild goes on where it stopped when it is asked for again. Other jobs wait meanwhile."
    })
final class RebuildCommand extends RoleCommand {
  enum What {
    SILVER,
    GOLD,
    ALL
  }

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description =
          "gold: the Gold tables, from Silver; silver or all: Silver and the quarantine from Bronze, and Gold, which stands on them.")
  private What what = What.ALL;

  @picocli.CommandLine.Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long to wait, e.g. 90s (default: 1h). The run goes on.")
  private Duration timeout = Duration.ofHours(1);

  @picocli.CommandLine.Option(
      names = "--json",
      description = "Print the result as one JSON object.")
  private boolean json;

  RebuildCommand(Shell shell) {
    super(shell);
  }

  @Override
  ExitStatus run(LakehouseConfig config) throws Exception {
    try (Lakehouse lake = Lakehouse.open(config)) {
      String projection = what.name().toLowerCase(Locale.ROOT);
      return new RequestedJob(
              "rebuild", TreeMap.of(RebuildLake.PROJECTION, projection), "orderlake rebuild")
          .perform(shell, lake, timeout, json);
    }
  }
}
