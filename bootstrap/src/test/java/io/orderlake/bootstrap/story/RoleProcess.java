package io.orderlake.bootstrap.story;

import io.orderlake.bootstrap.cli.CommandLineStage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A role in a process of its own, to be killed. When it is closed its own children have ended, too:
 * a broker that outlives its parent for a while still writes into the lake.
 */
final class RoleProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final SharedClasses CLASSES =
      new SharedClasses(System.getProperty("java.class.path"));

  private final Process process;
  private final List<String> options;
  private final Path out;
  private final Set<ProcessHandle> children = new HashSet<>();

  private RoleProcess(Process process, List<String> options, Path out) {
    this.process = process;
    this.options = options;
    this.out = out;
  }

  /** Starts a role whose working directory is {@code folder}. */
  static RoleProcess start(Path folder, String role, String... arguments) throws IOException {
    return start(folder, Map.of(), role, arguments);
  }

  /** Starts a role with more variables in its environment. */
  static RoleProcess start(
      Path folder, Map<String, String> environment, String role, String... arguments)
      throws IOException {
    Path out = Files.createTempFile(folder, role, ".out");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> options = CLASSES.options(java);
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(options);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("--add-opens") || a.startsWith("-XX:+Ignore"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-Dlog4j2.configurationFile=log4j2.xml",
            "-Dorderlake.home=" + CommandLineStage.HOME,
            "-cp",
            CLASSES.classPath(),
            "io.orderlake.bootstrap.Main",
            role));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().putAll(environment);
    return new RoleProcess(builder.start(), options, out);
  }

  /** Waits for a line that begins so, and gives it. */
  String awaitLine(String beginning) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<String> said = said(beginning);
    while (said.isEmpty()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("'" + beginning + "' was not said, but: " + Files.readString(out));
      }
      Thread.sleep(100);
      said = said(beginning);
    }
    return said.get();
  }

  private Optional<String> said(String beginning) throws IOException {
    return Files.readAllLines(out).stream().filter(line -> line.startsWith(beginning)).findFirst();
  }

  /** The process below it whose command line has that word. */
  ProcessHandle child(String word) {
    return process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(word))
        .findFirst()
        .orElseThrow(() -> new AssertionError("it has no child " + word));
  }

  /** Waits until it has ended by itself; what it has said. */
  String awaitEnd(int code) throws Exception {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != code) {
      throw new AssertionError("it did not end with " + code + ": " + Files.readString(out));
    }
    return Files.readString(out);
  }

  /** As {@code kill -9} does; its children are left to themselves. */
  void kill() throws InterruptedException {
    noteChildren();
    process.destroyForcibly().waitFor();
  }

  /** As Ctrl-C does; the exit code. Fails when it has left a child behind. */
  int stop() throws InterruptedException {
    noteChildren();
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it did not stop");
    }
    List<ProcessHandle> left = children.stream().filter(ProcessHandle::isAlive).toList();
    if (!left.isEmpty()) {
      throw new AssertionError("it ended before its children " + left);
    }
    return process.exitValue();
  }

  private void noteChildren() {
    process.descendants().forEach(children::add);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    boolean byItself = !process.isAlive() && process.exitValue() < 128;
    kill();
    for (ProcessHandle child : children) {
      awaitEnd(child);
    }
    CLASSES.ended(options, byItself);
  }

  private static void awaitEnd(ProcessHandle child) throws InterruptedException {
    try {
      child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      child.destroyForcibly();
      throw new AssertionError("it did not end with its parent: " + child, e);
    }
  }
}
