package io.orderlake.bootstrap.cli.serve;

import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.LakeUse;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes an empty lake. */
@Command(
    name = "init",
    description = {
      "Makes an empty lake, and says what the lake in the directory is.",
      "A lake's reporting zone and currency are written down at its birth and hold for good. `up`, `ingest` and `runner` make a lake by themselves where there is none; on one that is there this changes nothing."
    })
public final class InitCommand extends RoleCommand {
  @Option(
      names = "--reporting-zone",
      paramLabel = "ZONE",
      description = "The zone whose hours and days Gold speaks of, e.g. Europe/Berlin.")
  private @Nullable String zone;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "The lake's one currency, ISO 4217, e.g. EUR.")
  private @Nullable String currency;

  public InitCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected LakeUse lakeUse() {
    return LakeUse.MAKES;
  }

  @Override
  protected Map<String, Entry> overrides() {
    Map<String, Entry> settings = HashMap.empty();
    if (zone != null) {
      settings = settings.put("gold.reporting-zone", option(zone, "--reporting-zone"));
    }
    return currency == null
        ? settings
        : settings.put("rules.currency", option(currency, "--currency"));
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) {
    shell
        .screen()
        .say(
            "lake in %s: reporting zone %s, currency %s"
                .formatted(config.place(), config.reportingZone(), config.rules().currency()));
    return ExitStatus.OK;
  }
}
