package io.orderlake.bootstrap.cli.serve;

import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.StopSignal;
import io.orderlake.bootstrap.cli.role.LakeUse;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.config.Origin;
import io.orderlake.bootstrap.demo.PlayDemo;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the demo. */
@Command(
    name = "demo",
    description = {
      "Plays the whole way on real parts, from Kafka to Gold, and checks every figure.",
      "Starts Kafka and Spark, publishes orders, some of them deliberately wrong, drives Silver and Gold by trigger files, shows the figures and holds them against what was sent. Leaves nothing running, and touches no lake but its own."
    })
public final class DemoCommand extends RoleCommand {
  @Spec private CommandSpec spec;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "How many orders (default: ${DEFAULT-VALUE}).")
  private long events = 20_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the orders, with the time of day (default: ${DEFAULT-VALUE}).")
  private long seed = 2026;

  @Option(
      names = "--defects",
      paramLabel = "SHARE",
      description = "Share of orders that break a rule, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double defects = 0.04;

  public DemoCommand(Shell shell) {
    super(shell);
  }

  /** The demo has a broker of its own, whatever the configuration names. */
  @Override
  protected Map<String, Entry> overrides() {
    return HashMap.of("kafka.bootstrap", option("", "demo"), "kafka.port", option("0", "demo"));
  }

  /** A lake of its own beside the configured one; the one that --data names, if it does. */
  @Override
  protected LakehouseConfig adapted(LakehouseConfig config) {
    LakehouseConfig synthetic = config.ofContractEvents();
    return synthetic.withData(hasDataOption() ? config.data() : config.data().resolve("demo"));
  }

  @Override
  protected void check(LakehouseConfig config) {
    if (config.entries().get("lake").exists(lake -> lake.origin() instanceof Origin.Option)) {
      throw new ParameterException(
          spec.commandLine(),
          "the demo makes a lake of its own, in a directory: name it with --data");
    }
  }

  @Override
  protected LakeUse lakeUse() {
    return LakeUse.OWNS;
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    if (events < 1 || !(defects >= 0 && defects <= 0.9)) {
      throw new ParameterException(
          spec.commandLine(), "--events is 1 or more, --defects from 0 to 0.9");
    }
    StopSignal stop = StopSignal.listen();
    try {
      return new PlayDemo(shell.screen(), shell.brokerBuild(), stop::isRaised)
          .play(config, events, seed, defects)
          .fold(
              problem -> {
                shell.screen().complain(problem);
                return ExitStatus.of(ExitCode.USAGE);
              },
              proven -> proven ? ExitStatus.OK : ExitStatus.of(ExitCode.INTERNAL));
    } catch (CancellationException e) {
      shell.screen().note("stopped");
      return ExitStatus.of(ExitCode.STOPPED);
    }
  }
}
