package io.orderlake.bootstrap.up;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.bootstrap.wiring.Unavailable;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Airflow on this lake: a child process, the launcher's role {@code airflow}, with PostgreSQL,
 * scheduler, triggerer and web server below it. All of them end with {@link #close()}, and by
 * themselves when this process ends in whatever way, because its end closes the child's standard
 * input.
 */
public final class LocalAirflow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalAirflow.class);
  private static final String READY = "ready: Airflow at ";
  private static final long STOP_SECONDS = 180;

  private final Process process;
  private final Thread listening;
  private volatile @Nullable String url;

  private LocalAirflow(Process process, Consumer<String> notes) {
    this.process = process;
    this.listening = new Thread(() -> listen(notes), "airflow");
    listening.setDaemon(true);
    listening.start();
  }

  /**
   * What it is started with.
   *
   * @param data the lake's directory
   * @param store the root of a lake on an object store; none for one in {@code data}
   * @param configFile the configuration file that the command line names; none for the usual one
   * @param port of the UI on the loopback address; none for the usual one or any that is free
   */
  public record Wanted(
      Path data, Option<String> store, Option<Path> configFile, Option<String> port) {
    private List<String> options() {
      return List.of("--with-parent", "--data", data.toString(), "--lake", store.getOrElse(""))
          .appendAll(configFile.toList().flatMap(file -> List.of("--config", file.toString())))
          .appendAll(port.toList().flatMap(number -> List.of("--port", number)));
    }
  }

  /**
   * Begins to start it; it takes seconds, the first time on a machine longer.
   *
   * @param launcher the program whose role {@code airflow} does it
   * @param notes told what the child says, a new password among it: not for a log
   * @throws Unavailable when the launcher cannot be run
   */
  public static LocalAirflow start(Path launcher, Wanted wanted, Consumer<String> notes) {
    // The terminal's interrupt goes to the whole process group; this process decides the order.
    List<String> command =
        List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"", launcher.toString(), "airflow")
            .appendAll(wanted.options());
    try {
      Process process = new ProcessBuilder(command.asJava()).redirectErrorStream(true).start();
      return new LocalAirflow(process, notes);
    } catch (IOException e) {
      throw new Unavailable("cannot run " + launcher + " to start Airflow: " + e.getMessage());
    }
  }

  private void listen(Consumer<String> notes) {
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(READY)) {
          url = line.substring(READY.length());
        } else {
          notes.accept("Airflow: " + line);
        }
      }
    } catch (IOException e) {
      LOG.warn("lost what Airflow says", e);
    }
  }

  /** The UI's address, once it can be used. */
  public Option<String> url() {
    return Option.of(url);
  }

  /** Throws when Airflow has ended by itself. */
  public void throwIfBroken() throws InterruptedException {
    if (!process.isAlive()) {
      listening.join(); // what it said last is told first
      throw new Unavailable(
          "Airflow ended by itself, with exit code " + process.exitValue() + "; it said why above");
    }
  }

  /** Stops it in good order; idempotent. */
  @Override
  public void close() throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      LOG.debug("Airflow had closed its standard input", e);
    }
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("Airflow did not stop within {} s and is ended by force", STOP_SECONDS);
      process.destroyForcibly().waitFor();
    }
    listening.join();
  }
}
