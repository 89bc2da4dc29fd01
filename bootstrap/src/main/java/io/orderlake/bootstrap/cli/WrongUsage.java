package io.orderlake.bootstrap.cli;

import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.terminal.Screen;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says what is wrong with the command line, and where to find help. */
final class WrongUsage implements IParameterExceptionHandler {
  private static final Pattern WHOLE =
      Pattern.compile("(?<number>'(?<sign>[-+]?)[0-9]+') is not an? (?<type>int|long)$");

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
    String said = String.valueOf(problem.getMessage());
    Matcher whole = WHOLE.matcher(said);
    if (whole.find()) {
      boolean isInt = whole.group("type").equals("int");
      return said.substring(0, whole.end("number"))
          + (whole.group("sign").equals("-")
              ? " is too small"
              : " is too large; the greatest is " + (isInt ? Integer.MAX_VALUE : Long.MAX_VALUE));
    }
    return said.replaceFirst(" is not an? (int|long)$", " is not a whole number")
        .replaceFirst(" is not a double$", " is not a number");
  }
}
