package io.orderlake.bootstrap.cli.serve;

import io.orderlake.application.run.ServeTriggers;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.StopSignal;
import io.orderlake.bootstrap.cli.role.LakeUse;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.up.RunnerNotes;
import io.orderlake.bootstrap.up.Troubles;
import io.orderlake.bootstrap.up.Worker;
import io.orderlake.bootstrap.wiring.LakeDoor;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Runners;
import io.orderlake.bootstrap.wiring.WarmUp;
import picocli.CommandLine.Command;

/** Serves trigger files until it is stopped. */
@Command(
    name = "runner",
    description = {
      "Serves trigger files with one warm Spark session until it is stopped.",
      "One runner is active on a lake; another one waits as a standby and takes over when it dies."
    })
public final class RunnerCommand extends RoleCommand {
  public RunnerCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected LakeUse lakeUse() {
    return LakeUse.MAKES;
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    StopSignal stop = StopSignal.listen();
    try (Lakehouse lake = Lakehouse.open(config)) {
      shell.screen().progress("starting Spark…");
      ServeTriggers runner =
          lake.get(Runners.class).serving(RunnerNotes.ofEachRun(shell.screen()::note));
      WarmUp warmUp = lake.get(WarmUp.class);
      try (Worker worker = Worker.start("runner", runner::serve, runner::stop);
          Worker warming = Worker.start("warm-up", warmUp::run, warmUp::stop);
          AutoCloseable executors = ClusterNotes.of(lake, new Troubles(shell.screen()::note))) {
        shell
            .screen()
            .note(
                "serving trigger files in "
                    + new LakeDoor(config).requestsPlace()
                    + "; Ctrl-C stops it");
        shell.heartbeat().until(stop, worker::throwIfBroken);
        shell.screen().note("stopping after the run under way…");
      }
      return ExitStatus.OK;
    }
  }
}
