package io.orderlake.benchmarks.program;

import io.orderlake.bootstrap.cli.Orderlake;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.HashMap;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * One command line again and again in one process, to see what it takes when all is warm; what it
 * says is thrown away. The arguments are those of {@code orderlake}.
 */
public final class RepeatedRole {
  private static final int WARMING = 4;
  private static final int MEASURED = 8;

  private RepeatedRole() {}

  /** Ends with the first exit code that is not 0. */
  public static void main(String[] arguments) {
    List<Long> milliseconds = new ArrayList<>();
    for (int i = 0; i < WARMING + MEASURED; i++) {
      long start = System.nanoTime();
      int code = run(arguments);
      if (code != 0) {
        System.exit(code);
      }
      if (i >= WARMING) {
        milliseconds.add((System.nanoTime() - start) / 1_000_000);
      }
    }
    Collections.sort(milliseconds);
    System.out.printf(
        Locale.ROOT,
        "median %s ms, %s to %s%n",
        milliseconds.get(MEASURED / 2),
        milliseconds.get(0),
        milliseconds.get(MEASURED - 1));
  }

  private static int run(String[] arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream unseen = new PrintStream(said, true, StandardCharsets.UTF_8);
    Path home = Path.of(System.getProperty("orderlake.home"));
    Screen screen = new Screen(unseen, unseen, false, false);
    Shell shell =
        new Shell(
            screen,
            InputStream.nullInputStream(),
            home,
            Path.of("").toAbsolutePath(),
            HashMap.empty());
    int code = Orderlake.commandLine(shell).execute(arguments);
    if (code != 0) {
      System.err.println(said.toString(StandardCharsets.UTF_8));
    }
    return code;
  }
}
