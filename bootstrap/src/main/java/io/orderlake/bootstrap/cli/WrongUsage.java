package io.orderlake.bootstrap.cli;

import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.terminal.Screen;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says what is wrong with the command line, and where to find help. */
final class WrongUsage implements IParameterExceptionHandler {
  private final Screen screen;

  WrongUsage(Screen screen) {
    this.screen = screen;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    CommandLine role = problem.getCommandLine();
    screen.complain(sentence(problem));
    if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
      unmatched.getSuggestions().stream()
          .limit(3)
          .forEach(s -> screen.note("Did you mean " + s + "?"));
    }
    screen.note("Try `" + role.getCommandSpec().qualifiedName() + " --help`.");
    return ExitCode.USAGE.code();
  }

  /** The library's own sentence, without the names of Java's types. */
  private static String sentence(ParameterException problem) {
    return String.valueOf(problem.getMessage())
        .replaceFirst(" is not an? (int|long)$", " is not a whole number")
        .replaceFirst(" is not a double$", " is not a number");
  }
}
