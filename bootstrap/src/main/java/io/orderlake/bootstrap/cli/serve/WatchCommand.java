package io.orderlake.bootstrap.cli.serve;

import io.orderlake.application.run.KeepFresh;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.StopSignal;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.up.Troubles;
import io.orderlake.bootstrap.up.WatcherNotes;
import io.orderlake.bootstrap.up.Worker;
import io.orderlake.bootstrap.wiring.Autopilots;
import io.orderlake.bootstrap.wiring.Lakehouse;
import picocli.CommandLine.Command;

/** Asks for Silver and Gold as Bronze grows, until it is stopped. */
@Command(
    name = "watch",
    description = {
      "Asks for Silver and Gold through trigger files as Bronze grows, until it is stopped.",
      "What `up` has built in, for a runner in a process of its own; it needs no Spark. One watcher on a lake is enough, and none where Airflow asks."
    })
public final class WatchCommand extends RoleCommand {
  public WatchCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    StopSignal stop = StopSignal.listen();
    try (Lakehouse lake = Lakehouse.open(config)) {
      KeepFresh autopilot =
          lake.get(Autopilots.class).steering(new WatcherNotes(new Troubles(shell.screen()::note)));
      try (Worker worker = Worker.start("autopilot", autopilot::keep, autopilot::stop)) {
        shell.screen().note("watching the lake in " + config.place() + "; Ctrl-C stops it");
        shell.heartbeat().until(stop, worker::throwIfBroken);
      }
      return ExitStatus.OK;
    }
  }
}
