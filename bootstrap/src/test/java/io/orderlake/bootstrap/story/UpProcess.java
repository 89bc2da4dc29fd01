package io.orderlake.bootstrap.story;

import io.orderlake.bootstrap.cli.CommandLineStage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code orderlake up} as a process of its own, to be killed. */
final class UpProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final Path out;

  private UpProcess(Process process, Path out) {
    this.process = process;
    this.out = out;
  }

  static UpProcess start(Path folder, String... arguments) throws IOException {
    Path out = Files.createTempFile(folder, "up", ".out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
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
            System.getProperty("java.class.path"),
            "io.orderlake.bootstrap.Main",
            "up"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    return new UpProcess(process, out);
  }

  /** Waits for the line that says that it is ready. */
  void awaitReady() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (Files.readAllLines(out).stream().noneMatch(line -> line.startsWith("ready: "))) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("up did not get ready; it said: " + Files.readString(out));
      }
      Thread.sleep(100);
    }
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As Ctrl-C does; the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("up did not stop");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
