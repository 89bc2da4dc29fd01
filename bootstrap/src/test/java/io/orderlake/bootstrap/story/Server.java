package io.orderlake.bootstrap.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderlake.application.fixture.FreePorts;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Somebody else's server, on a free port of the loopback address, in a process of its own. */
final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final Path out;
  private final int port;

  private Server(Process process, Path out, int port) {
    this.process = process;
    this.out = out;
    this.port = port;
  }

  /** Prometheus, by its configuration, with all it writes in the folder. */
  static Server prometheus(Path folder, Path config) throws Exception {
    int port = FreePorts.one();
    return start(
        folder,
        port,
        "prometheus",
        "--config.file=" + config,
        "--storage.tsdb.path=" + folder.resolve("prometheus"),
        "--web.listen-address=127.0.0.1:" + port);
  }

  /** Alertmanager, alone. */
  static Server alertmanager(Path folder, Path config) throws Exception {
    int port = FreePorts.one();
    return start(
        folder,
        port,
        "prometheus-alertmanager",
        "--config.file=" + config,
        "--storage.path=" + folder.resolve("alertmanager"),
        "--web.listen-address=127.0.0.1:" + port,
        "--cluster.listen-address=");
  }

  private static Server start(Path folder, int port, String... command) throws Exception {
    assumeTrue(
        isThere(command[0]),
        command[0]
            + " is not installed: apt-get install --no-install-recommends prometheus"
            + " prometheus-alertmanager");
    Path out = Files.createTempFile(folder, command[0], ".out");
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    Server server = new Server(process, out, port);
    try {
      server.awaitReady();
    } catch (Exception | Error e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void awaitReady() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("it did not start: " + Files.readString(out));
      }
      Thread.sleep(100);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** {@code HOST:PORT}. */
  String address() {
    return "127.0.0.1:" + port;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://" + address() + path)).build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
