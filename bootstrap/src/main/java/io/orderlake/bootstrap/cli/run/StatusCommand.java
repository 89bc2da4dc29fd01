package io.orderlake.bootstrap.cli.run;

import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.answers.run.StatusJson;
import io.orderlake.answers.text.Json;
import io.orderlake.application.run.LakeStatus;
import io.orderlake.application.run.ShowStatus;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.ServedLook;
import io.orderlake.domain.lake.TableId;
import io.vavr.collection.Seq;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows where everything stands. */
@Command(
    name = "status",
    description = {
      "Shows who runs, what is published, how far each table has read, what has failed, and recent runs.",
      "Ends with 0 when no job stands on a failure, whether anything runs or not; else, after showing all the same, with the exit code of that failure: 75 when it may pass by itself, 65, 70 or 74 when somebody has to act."
    })
public final class StatusCommand extends RoleCommand {
  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "At most so many recent runs (default: ${DEFAULT-VALUE}).")
  private int runs = 10;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  public StatusCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    try (Lakehouse lake = Lakehouse.open(config)) {
      LakeStatus status = lake.get(ShowStatus.class).now(runs);
      Seq<TableId> undeclared =
          lake.get(KernelLake.class)
              .storedGold()
              .removeAll(config.gold().map(table -> TableId.gold(table.table())));
      ServedStatus served = ServedStatus.of(lake.get(ServedLook.class), status.lake().number());
      if (json) {
        Map<String, @Nullable Object> all =
            StatusJson.of(status, undeclared, config.reportingZone(), config.rules().currency());
        all.put("served", served.json());
        shell.screen().say(Json.text(all));
      } else {
        new StatusText(status, undeclared, served, config).lines().forEach(shell.screen()::say);
      }
      return status.worst().map(ExitStatus::of).getOrElse(ExitStatus.OK);
    }
  }
}
