package io.orderlake.bootstrap.cli;

import io.orderlake.bootstrap.cli.correct.QuarantineCommand;
import io.orderlake.bootstrap.cli.correct.RebuildCommand;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.Surroundings;
import io.orderlake.bootstrap.cli.produce.ProduceCommand;
import io.orderlake.bootstrap.cli.query.AuditCommand;
import io.orderlake.bootstrap.cli.query.CellOptions;
import io.orderlake.bootstrap.cli.query.ConfigCommand;
import io.orderlake.bootstrap.cli.query.ExplainCommand;
import io.orderlake.bootstrap.cli.query.ExportCommand;
import io.orderlake.bootstrap.cli.query.GoldCommand;
import io.orderlake.bootstrap.cli.query.RefundsCommand;
import io.orderlake.bootstrap.cli.query.SourceCommand;
import io.orderlake.bootstrap.cli.query.SqlCommand;
import io.orderlake.bootstrap.cli.query.SqlViewsCommand;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.cli.run.CheckCommand;
import io.orderlake.bootstrap.cli.run.CheckStoreCommand;
import io.orderlake.bootstrap.cli.run.MaintainCommand;
import io.orderlake.bootstrap.cli.run.StatusCommand;
import io.orderlake.bootstrap.cli.run.TriggerCommand;
import io.orderlake.bootstrap.cli.serve.ConsoleCommand;
import io.orderlake.bootstrap.cli.serve.DemoCommand;
import io.orderlake.bootstrap.cli.serve.IngestCommand;
import io.orderlake.bootstrap.cli.serve.InitCommand;
import io.orderlake.bootstrap.cli.serve.MetricsCommand;
import io.orderlake.bootstrap.cli.serve.RunnerCommand;
import io.orderlake.bootstrap.cli.serve.ServeCommand;
import io.orderlake.bootstrap.cli.serve.UpCommand;
import io.orderlake.bootstrap.cli.serve.WatchCommand;
import io.orderlake.bootstrap.terminal.Screen;
import io.orderlake.bootstrap.wiring.ProgramVersion;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.List;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;

/** The program without a role: it explains itself. */
@Command(
    name = "orderlake",
    mixinStandardHelpOptions = true,
    version = "Orderlake " + ProgramVersion.NUMBER,
    description = "Turns a stream of order events into revenue figures that can be proven.",
    synopsisSubcommandLabel = "ROLE",
    descriptionHeading = "%n",
    commandListHeading = "%nRoles:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "`orderlake ROLE --help` says more about a role. One more, `airflow`, runs Airflow on a"
          + " lake.",
    })
public final class Orderlake {
  private Orderlake() {}

  /** Runs this process's command line; the exit code. Whatever breaks is told in a sentence. */
  public static int run(String... arguments) {
    Screen screen = Screen.ofProcess();
    Failures.logStrayThreads();
    try {
      Shell shell = Shell.ofProcess();
      int code =
          Surroundings.ofProcess()
              .complain(screen, arguments, shell.environment())
              .map(ExitCode::code)
              .getOrElse(() -> commandLine(shell).execute(arguments));
      return code == ExitCode.OK.code() ? codeOfResults(screen) : code;
    } catch (InvalidPathException | Error e) { // picocli hands on exceptions alone
      return new Failures(screen).handle(e);
    }
  }

  /** What a file has that is cut off somewhere is not what was asked for. */
  private static int codeOfResults(Screen screen) {
    return Screen.lostResults()
        .map(
            failure ->
                new Failures(screen)
                    .handle(
                        LakeFailure.of(
                            "standard output is cut off: " + failure.getMessage(), failure)))
        .getOrElse(ExitCode.OK.code());
  }

  /** The command line with all its roles. */
  public static CommandLine commandLine(Shell shell) {
    CommandLine line = new CommandLine(new Orderlake());
    roles(shell).forEach(line::addSubcommand);
    CellOptions.addTo(line.getSubcommands().get("explain").getCommandSpec());
    CellOptions.addTextsTo(
        line.getSubcommands().get("gold").getCommandSpec(), "Only this %s; case does not matter.");
    line.getSubcommands()
        .values()
        .forEach(role -> role.getCommandSpec().usageMessage().exitCodeList(exitCodes()));
    line.setOut(shell.screen().writer());
    line.setErr(shell.screen().writer());
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    line.setExecutionExceptionHandler(new Failures(shell.screen()));
    line.setParameterExceptionHandler(new WrongUsage(shell.screen()));
    line.registerConverter(Duration.class, new DurationConverter());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static List<RoleCommand> roles(Shell shell) {
    return List.of(
        new DemoCommand(shell),
        new InitCommand(shell),
        new UpCommand(shell),
        new ProduceCommand(shell),
        new IngestCommand(shell),
        new RunnerCommand(shell),
        new WatchCommand(shell),
        new StatusCommand(shell),
        new CheckCommand(shell),
        new CheckStoreCommand(shell),
        new MetricsCommand(shell),
        new ConsoleCommand(shell),
        new ServeCommand(shell),
        new TriggerCommand(shell),
        new MaintainCommand(shell),
        new GoldCommand(shell),
        new ExportCommand(shell),
        new SqlCommand(shell),
        new SqlViewsCommand(shell),
        new RefundsCommand(shell),
        new QuarantineCommand(shell),
        new ExplainCommand(shell),
        new AuditCommand(shell),
        new RebuildCommand(shell),
        new SourceCommand(shell),
        new ConfigCommand(shell));
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode exit : ExitCode.values()) {
      codes.put(String.valueOf(exit.code()), exit.meaning());
    }
    return codes;
  }
}
