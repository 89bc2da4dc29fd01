package io.orderlake.bootstrap.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.bootstrap.cli.Orderlake;
import io.orderlake.bootstrap.cli.Shell;
import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.HashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs the command line in this process and keeps what it says. */
final class CommandLineStage {
  static final Path HOME = Path.of(System.getProperty("orderlake.home"));

  private final Path working;

  /** With relative paths from that directory. */
  CommandLineStage(Path working) {
    this.working = working;
  }

  record Outcome(int code, String out, String err) {
    JsonNode json() throws Exception {
      return new ObjectMapper().readTree(out);
    }
  }

  Outcome run(String... arguments) {
    return runWith("", arguments);
  }

  /** With that text on standard input. */
  Outcome runWith(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new Screen(stream(out), stream(err), false, false),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            HOME,
            working,
            HashMap.empty());
    int code = Orderlake.commandLine(shell).execute(arguments);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
