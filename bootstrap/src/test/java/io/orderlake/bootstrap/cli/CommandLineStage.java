package io.orderlake.bootstrap.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** Runs the command line in this process and keeps what it says. */
public final class CommandLineStage {
  public static final Path HOME = Path.of(System.getProperty("orderlake.home"));

  private final Path working;
  private final Map<String, String> environment;
  private final String input;

  /** With relative paths from that directory. */
  public CommandLineStage(Path working) {
    this(working, HashMap.empty(), "");
  }

  private CommandLineStage(Path working, Map<String, String> environment, String input) {
    this.working = working;
    this.environment = environment;
    this.input = input;
  }

  /** The same with one more variable in the environment. */
  public CommandLineStage with(String variable, String value) {
    return new CommandLineStage(working, environment.put(variable, value), input);
  }

  /** The same with that text on standard input. */
  public CommandLineStage reading(String text) {
    return new CommandLineStage(working, environment, text);
  }

  public record Outcome(int code, String out, String err) {
    public JsonNode json() throws Exception {
      return new ObjectMapper().readTree(out);
    }
  }

  /** The help page of a role, or of the program. */
  Outcome help(String... role) {
    return run(List.of(role).append("--help").toJavaArray(String[]::new));
  }

  public Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Screen screen = new Screen(stream(out), stream(err), false, false);
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Shell shell = new Shell(screen, in, HOME, working, environment);
    CommandLine line = Orderlake.commandLine(shell);
    int code = line.execute(arguments);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
