package io.orderlake.adapters.objectstore.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderlake.application.fixture.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server of a store in a process of its own, on a free port of the loopback address. */
final class ServerProcess implements AutoCloseable {
  private static final Path HOME = Path.of("..", "adapters-objectstore", "server");
  private static final int STARTS = 3;

  /** How the script says that it has no Go. */
  private static final int NO_GO = 69;

  /** How a server is started. */
  interface Launch {
    ProcessBuilder on(int port);
  }

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it; the test is aborted where it cannot be built.
   *
   * @param directory for its log; made where there is none
   */
  static ServerProcess start(String server, Path directory, Launch launch) {
    try {
      install(server);
      Path log = Files.createDirectories(directory).resolve("server.log");
      for (int made = 1; ; made++) {
        int port = FreePorts.one();
        ServerProcess started =
            new ServerProcess(
                launch.on(port).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
                port);
        if (started.answers()) {
          return started;
        }
        if (made == STARTS) {
          throw new IllegalStateException(server + " does not start: " + Files.readString(log));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code install} builds. */
  static String program(String server) {
    return HOME.resolve(".bin").resolve(server).toAbsolutePath().toString();
  }

  private static void install(String server) throws IOException {
    Process build =
        new ProcessBuilder(HOME.resolve("install").toString(), server)
            .redirectErrorStream(true)
            .start();
    String said = new String(build.getInputStream().readAllBytes(), UTF_8);
    int code = waitFor(build);
    assumeTrue(code != NO_GO, said);
    if (code != 0) {
      throw new IllegalStateException(server + " cannot be built: " + said);
    }
  }

  /** Waits until it listens; false when it has ended instead. */
  private boolean answers() {
    while (process.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return true;
      } catch (IOException notYet) {
        pause();
      }
    }
    return false;
  }

  int port() {
    return port;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** It has ended when this returns. */
  @Override
  public void close() {
    process.destroy();
    int unused = waitFor(process);
  }
}
