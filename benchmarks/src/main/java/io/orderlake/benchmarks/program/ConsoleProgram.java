package io.orderlake.benchmarks.program;

import io.orderlake.benchmarks.section.BenchFailure;
import io.vavr.collection.HashMap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A console of a lake, as a process of its own. */
public final class ConsoleProgram implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Pattern URL = Pattern.compile("http://\\S+?/(?=[;\\s]|$)");

  private final Program program;
  private final URI url;

  private ConsoleProgram(Program program, URI url) {
    this.program = program;
    this.url = url;
  }

  /**
   * Starts the console, and waits until it says where it is.
   *
   * @param home the project's directory
   * @param data the lake's directory
   */
  public static ConsoleProgram start(Path home, Path data)
      throws IOException, InterruptedException {
    Program program =
        Program.start(home, HashMap.empty(), "console", "--port", "0", "--data", data.toString());
    try {
      String said = program.awaitLine(line -> line.startsWith("console of "), START).text();
      Matcher found = URL.matcher(said);
      if (!found.find()) {
        throw new BenchFailure("the console did not say where it is: " + said);
      }
      return new ConsoleProgram(program, URI.create(found.group()));
    } catch (InterruptedException | RuntimeException e) {
      program.close();
      throw e;
    }
  }

  /** Of its first page, with a slash at its end. */
  public URI url() {
    return url;
  }

  @Override
  public void close() throws InterruptedException {
    program.close();
  }
}
