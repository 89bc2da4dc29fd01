package io.orderlake.benchmarks.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.benchmarks.section.BenchFailure;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A role of Orderlake as a process of its own, started by the launcher like anybody would. It ends
 * with this process, however this one ends: in good order through {@link #close} and a shutdown
 * hook, and, where {@code setpriv} is at hand, by the kernel. It must be started on a thread that
 * lives as long as it, because the kernel looks at the thread.
 */
public final class Program implements AutoCloseable {
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SHOWN_LINES = 15;

  /** Seldom: looking may take work that what is measured would lack. */
  private static final long LOOK_MILLIS = 200;

  /**
   * A line that it has said.
   *
   * @param after since its start
   */
  public record Line(Duration after, String text) {}

  private final String name;
  private final Process process;
  private final long started;
  private final Thread hook;
  private final Thread listener;
  private final java.util.List<Line> lines = new ArrayList<>();

  private Program(String name, Process process, long started) {
    this.name = name;
    this.process = process;
    this.started = started;
    this.hook = new Thread(process::destroy, "end of " + name);
    this.listener = new Thread(this::listen, "output of " + name);
    listener.setDaemon(true);
  }

  /**
   * Starts a role.
   *
   * @param home the project's directory
   * @param environment added to this process's, of which no setting of Orderlake is passed on
   * @param arguments the role and its options
   */
  public static Program start(Path home, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = List.of(arguments).prepend(home.resolve("orderlake").toString());
    if (Files.isExecutable(SETPRIV)) {
      command = command.prependAll(List.of(SETPRIV.toString(), "--pdeathsig", "TERM"));
    }
    ProcessBuilder builder = new ProcessBuilder(command.asJava()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(variable -> variable.startsWith("ORDERLAKE_"));
    builder.environment().putAll(environment.toJavaMap());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    long started = System.nanoTime();
    Program program = new Program("orderlake " + arguments[0], builder.start(), started);
    Runtime.getRuntime().addShutdownHook(program.hook);
    program.listener.start();
    return program;
  }

  public long pid() {
    return process.pid();
  }

  private void listen() {
    try (BufferedReader output = process.inputReader(UTF_8)) {
      for (String text = output.readLine(); text != null; text = output.readLine()) {
        Line line = new Line(Duration.ofNanos(System.nanoTime() - started), text);
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException e) {
      // closed with the process, which says more by its exit code
    }
  }

  /** All lines so far. */
  public List<Line> lines() {
    synchronized (lines) {
      return List.ofAll(lines);
    }
  }

  /** Waits for the first line of that kind. */
  public Line awaitLine(Predicate<String> wanted, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    synchronized (lines) {
      while (true) {
        Option<Line> found = List.ofAll(lines).find(line -> wanted.test(line.text()));
        if (found.isDefined()) {
          return found.get();
        }
        long left = deadline - System.nanoTime();
        if (left <= 0 || !listener.isAlive()) {
          throw failure("has not said what was waited for");
        }
        lines.wait(Math.min(100, left / 1_000_000 + 1));
      }
    }
  }

  /**
   * Waits until something is so, for as long as it runs.
   *
   * @param otherwise what is wrong with it when it is not so by then, e.g. {@code does not answer}
   */
  public void await(BooleanSupplier isSo, Duration atMost, String otherwise)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!isSo.getAsBoolean()) {
      throwIfEnded();
      if (System.nanoTime() > deadline) {
        throw failure(otherwise + " after " + atMost);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** Throws when it has ended. */
  public void throwIfEnded() {
    if (!process.isAlive()) {
      throw failure("has ended with exit code " + process.exitValue());
    }
  }

  /** Waits for its end in good order. */
  public Duration awaitEnd(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw failure("has not ended within " + atMost);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    listener.join(PATIENCE.toMillis());
    if (process.exitValue() != 0) {
      throw failure("has ended with exit code " + process.exitValue());
    }
    return took;
  }

  /** What went wrong, with the last that it has said. */
  public BenchFailure failure(String what) {
    List<String> last = lines().takeRight(SHOWN_LINES).map(Line::text);
    return new BenchFailure(name + " " + what + "; its last words: " + last.mkString(" | "));
  }

  /** Asks it to stop, and insists after a while. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      listener.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook with it
    }
  }
}
