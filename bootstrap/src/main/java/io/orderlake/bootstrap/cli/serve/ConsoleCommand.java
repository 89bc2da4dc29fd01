package io.orderlake.bootstrap.cli.serve;

import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.StopSignal;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.up.ServedConsole;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the lake in a browser. */
@Command(
    name = "console",
    description = {
      "Serves the console, which shows the lake in a browser, until it is stopped; on 127.0.0.1 unless console.bind says otherwise.",
      "`up` serves it too. It reads what is stored and changes nothing; who follows the link that it shows may ask the runner for runs."
    })
public final class ConsoleCommand extends RoleCommand {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to serve it at, 0 for any free one (default: 9818).")
  private @Nullable String port;

  public ConsoleCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected Map<String, Entry> overrides() {
    return port == null ? HashMap.empty() : HashMap.of("console.port", option(port, "--port"));
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    StopSignal stop = StopSignal.listen();
    int wanted = config.console().port().getOrElse(LakehouseConfig.Console.USUAL_PORT);
    try (Lakehouse lake = Lakehouse.open(config);
        ServedConsole served = ServedConsole.at(wanted, config, lake)) {
      shell
          .screen()
          .say(
              "console of the lake in "
                  + config.place()
                  + " at "
                  + served.url()
                  + "; Ctrl-C stops it");
      shell.screen().say(served.invitation(shell.screen().isWatched()));
      shell.heartbeat().until(stop, served::throwIfBroken);
    }
    return ExitStatus.OK;
  }
}
