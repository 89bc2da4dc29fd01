package io.orderlake.adapters.objectstore.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.s3.S3Objects;
import io.orderlake.adapters.objectstore.server.S3Server;
import io.orderlake.application.run.RunnerListener;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A runner on objects as a process of its own; killed, not asked, when closed. Its job waits while
 * there is an object {@code hold}.
 */
final class RunnerProcess implements AutoCloseable {
  static final Duration SILENCE = Duration.ofSeconds(6);
  private final Process process;
  private final BufferedReader output;

  private RunnerProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  static RunnerProcess on(S3Server server, ControlPlace control) throws IOException {
    return new RunnerProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RunnerProcess.class.getName(),
                server.endpoint().toString(),
                server.root(""),
                control.prefix())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  public static void main(String[] args) {
    S3Objects store = new S3Objects(S3Server.open(args[1], S3Server.settings(URI.create(args[0]))));
    ControlPlace control = new ControlPlace(store, args[2]);
    ObjectRunner.of(
            control, SILENCE, System::nanoTime, context -> work(control, context), new Saying())
        .serve();
  }

  private static void work(ControlPlace control, RunContext context) {
    System.out.println("working in epoch " + context.epoch());
    while (control.get("hold").isDefined()) {
      pause();
    }
  }

  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next line it says; null when it has ended. */
  String line() throws IOException {
    return output.readLine();
  }

  /** Reads on until it says something that begins so. */
  String lineThatBegins(String beginning) throws IOException {
    String line = line();
    while (line != null && !line.startsWith(beginning)) {
      line = line();
    }
    return line;
  }

  /** As {@code kill -STOP} or {@code kill -CONT} does. */
  void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
        .inheritIO()
        .start()
        .waitFor();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    kill();
    output.close();
  }

  private static final class Saying implements RunnerListener {
    @Override
    public void standingBy() {
      System.out.println("standing by");
    }

    @Override
    public void recorded(JournalEvent event) {
      System.out.println(event.getClass().getSimpleName());
    }

    @Override
    public void trouble(String what, Throwable cause) {
      System.out.println("trouble: " + what);
    }
  }
}
