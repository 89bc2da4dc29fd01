package io.orderlake.benchmarks;

import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.Surroundings;
import io.orderlake.bootstrap.terminal.Screen;
import java.util.Arrays;
import picocli.CommandLine;

/** Runs {@code orderlake bench} and ends the process with its exit code. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Surroundings.layAside();
    System.exit(run(Shell.ofProcess(), args));
  }

  /** The exit code. */
  static int run(Shell shell, String... args) {
    return commandLine(shell).execute(withoutRole(args));
  }

  private static String[] withoutRole(String[] args) {
    boolean named = args.length > 0 && args[0].equals("bench");
    return named ? Arrays.copyOfRange(args, 1, args.length) : args;
  }

  private static CommandLine commandLine(Shell shell) {
    CommandLine line = new CommandLine(new BenchCommand(shell));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          shell.screen().complain(failure.toString());
          return ExitCode.INTERNAL.code();
        });
    line.setParameterExceptionHandler(
        (problem, arguments) -> {
          Screen screen = shell.screen();
          screen.complain(String.valueOf(problem.getMessage()));
          screen.note("Try `orderlake bench --help`.");
          return ExitCode.USAGE.code();
        });
    return line;
  }
}
