package io.orderlake.adapters.kafka.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.KafkaFailure;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A running Kafka broker in a child process, on loopback. It ends with {@link #close()}, and by
 * itself when this process ends in whatever way. Started again on the same directory it has the
 * same data and cluster id.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready (\\S+) (\\S+)");
  private static final long STOP_SECONDS = 120;

  private final Process process;
  private final BrokerLog log;
  private final String bootstrapServers;
  private final String clusterId;

  private EmbeddedBroker(
      Process process, BrokerLog log, String bootstrapServers, String clusterId) {
    this.process = process;
    this.log = log;
    this.bootstrapServers = bootstrapServers;
    this.clusterId = clusterId;
  }

  /**
   * Starts the child and waits until it takes requests.
   *
   * @throws KafkaFailure when it does not start in time; names its log file. Nothing is left
   *     running then.
   */
  public static EmbeddedBroker start(BrokerProcess settings) {
    BrokerLog log = BrokerLog.from(settings.logFile());
    Process process = launch(settings);
    try {
      String line = firstLine(process, settings);
      Matcher ready = READY.matcher(line == null ? "" : line);
      if (ready.matches()) {
        return new EmbeddedBroker(process, log, ready.group(1), ready.group(2));
      }
      process.onExit().join();
      throw failure(
          settings,
          "ended before it was ready" + log.lastWords().map(words -> ": " + words).getOrElse(""),
          null);
    } catch (RuntimeException e) {
      stop(process);
      throw e;
    }
  }

  private static Process launch(BrokerProcess settings) {
    try {
      Path logDir = settings.logFile().toAbsolutePath().getParent();
      if (logDir != null) {
        Files.createDirectories(logDir);
      }
      Files.createDirectories(settings.workingDirectory());
      return new ProcessBuilder(settings.command())
          .directory(settings.workingDirectory().toFile())
          .redirectError(
              ProcessBuilder.Redirect.appendTo(settings.logFile().toAbsolutePath().toFile()))
          .start();
    } catch (IOException e) {
      throw failure(settings, "could not be started: " + e.getMessage(), e);
    }
  }

  private static @Nullable String firstLine(Process process, BrokerProcess settings) {
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(() -> readLine(out));
    try {
      return line.get(settings.readyWithin().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failure(settings, "was not ready within " + settings.readyWithin(), e);
    } catch (ExecutionException e) {
      throw failure(settings, "broke its ready line", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(settings, "was not waited for: interrupted", e);
    }
  }

  private static @Nullable String readLine(BufferedReader out) {
    try {
      return out.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the broker's ready line", e);
    }
  }

  private static KafkaFailure failure(
      BrokerProcess settings, String what, @Nullable Exception cause) {
    String message =
        "the embedded broker on "
            + settings.dir()
            + " "
            + what
            + "; its log is "
            + settings.logFile();
    return cause == null ? new KafkaFailure(message) : new KafkaFailure(message, cause);
  }

  /** {@code host:port} of the clients' listener. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  public KafkaConnection connection() {
    return KafkaConnection.to(bootstrapServers);
  }

  public String clusterId() {
    return clusterId;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it complained of last, if of anything; the reason of an end that nobody asked for. */
  public Option<String> lastWords() {
    return log.lastWords();
  }

  /** Completes with the exit code when the child ends, for whatever reason. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Stops the child in an orderly way, or by force when it does not end in time; idempotent. */
  @Override
  public void close() {
    stop(process);
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
