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
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.s3a.S3AFileSystem;

/** An S3 server, versitygw, in a process of its own on the loopback address. */
public final class S3Server implements AutoCloseable {
  private static final String KEY = "test-key";
  private static final String SECRET = "test-secret";
  private static final Path HOME = Path.of("..", "adapters-objectstore", "server");
  private static final int STARTS = 3;

  /** How the script says that it has no Go. */
  private static final int NO_GO = 69;

  private final Process process;
  private final int port;

  private S3Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it, with an empty bucket; the test is aborted where it cannot be built.
   *
   * @param directory an empty one, for all it keeps
   */
  public static S3Server start(Path directory) {
    try {
      install();
      Files.createDirectories(directory.resolve("buckets"));
      for (int made = 1; ; made++) {
        int port = FreePorts.one();
        S3Server server = new S3Server(launch(directory, port), port);
        if (server.isReady()) {
          return server;
        }
        if (made == STARTS) {
          throw new IllegalStateException(
              "versitygw does not start: " + Files.readString(directory.resolve("server.log")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void install() throws IOException {
    Process build =
        new ProcessBuilder(HOME.resolve("install").toString()).redirectErrorStream(true).start();
    String said = new String(build.getInputStream().readAllBytes(), UTF_8);
    int code = waitFor(build);
    assumeTrue(code != NO_GO, said);
    if (code != 0) {
      throw new IllegalStateException("versitygw cannot be built: " + said);
    }
  }

  private static Process launch(Path directory, int port) throws IOException {
    ProcessBuilder server =
        new ProcessBuilder(
            HOME.resolve(".bin/versitygw").toAbsolutePath().toString(),
            "--quiet",
            "--port",
            "127.0.0.1:" + port,
            "posix",
            directory.resolve("buckets").toAbsolutePath().toString());
    server.environment().put("ROOT_ACCESS_KEY", KEY);
    server.environment().put("ROOT_SECRET_KEY", SECRET);
    return server
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("server.log").toFile())
        .start();
  }

  /** Closed when it is not. */
  private boolean isReady() throws IOException {
    boolean ready = false;
    try {
      if (answers()) {
        makeBucket();
        ready = true;
      }
      return ready;
    } finally {
      if (!ready) {
        close();
      }
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

  private void makeBucket() throws IOException {
    try (S3AFileSystem fileSystem = open(settings())) {
      fileSystem.getAmazonS3ClientForTesting("a bucket").createBucket(bucket());
    }
  }

  /** Where it is. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Hadoop keeps one client for each, so no other server of this process has one of that name. */
  private String bucket() {
    return "orders-" + port;
  }

  /** A lake's root in the bucket. */
  public String root(String name) {
    return "s3a://" + bucket() + "/" + name;
  }

  /** Hadoop's settings, by their names, for who comes directly. */
  public Map<String, String> settings() {
    return settings(endpoint());
  }

  /** Hadoop's settings for who comes through something that lies between. */
  public static Map<String, String> settings(URI endpoint) {
    return Map.of(
        "fs.s3a.endpoint", endpoint.toString(),
        "fs.s3a.endpoint.region", "us-east-1",
        "fs.s3a.path.style.access", "true",
        "fs.s3a.connection.ssl.enabled", "false",
        "fs.s3a.access.key", KEY,
        "fs.s3a.secret.key", SECRET,
        "fs.s3a.directory.marker.retention", "keep");
  }

  /** A file system of the bucket's that nobody else uses. */
  public S3AFileSystem open(Map<String, String> settings) {
    return open(root(""), settings);
  }

  /** The same from another process than the one that started the server. */
  public static S3AFileSystem open(String root, Map<String, String> settings) {
    Configuration configuration = new Configuration();
    settings.forEach(configuration::set);
    try {
      return (S3AFileSystem) FileSystem.newInstance(URI.create(root), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
