package io.orderlake.adapters.objectstore.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.s3a.S3AFileSystem;

/** An S3 server, versitygw, in a process of its own on the loopback address. */
public final class S3Server implements StoreServer {
  private static final String KEY = "test-key";
  private static final String SECRET = "test-secret";
  private static final String NAME = "versitygw";

  private final ServerProcess process;

  private S3Server(ServerProcess process) {
    this.process = process;
  }

  /**
   * Starts it, with an empty bucket; the test is aborted where it cannot be built.
   *
   * @param directory an empty one, for all it keeps
   */
  public static S3Server start(Path directory) {
    Path buckets = directory.resolve("buckets").toAbsolutePath();
    try {
      Files.createDirectories(buckets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    S3Server server =
        new S3Server(ServerProcess.start(NAME, directory, port -> launch(port, buckets)));
    try {
      server.makeBucket();
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw new IllegalStateException("a bucket cannot be made", e);
    }
  }

  private static ProcessBuilder launch(int port, Path buckets) {
    ProcessBuilder server =
        new ProcessBuilder(
            ServerProcess.program(NAME),
            "--quiet",
            "--port",
            "127.0.0.1:" + port,
            "posix",
            buckets.toString());
    server.environment().put("ROOT_ACCESS_KEY", KEY);
    server.environment().put("ROOT_SECRET_KEY", SECRET);
    return server;
  }

  private void makeBucket() throws IOException {
    try (S3AFileSystem fileSystem = open(settings())) {
      fileSystem.getAmazonS3ClientForTesting("a bucket").createBucket(bucket());
    }
  }

  @Override
  public URI endpoint() {
    return process.endpoint();
  }

  /** Hadoop keeps one client for each, so no other server of this process has one of that name. */
  private String bucket() {
    return "orders-" + process.port();
  }

  @Override
  public String root(String name) {
    return "s3a://" + bucket() + "/" + name;
  }

  @Override
  public Map<String, String> settings() {
    return settings(endpoint());
  }

  @Override
  public Map<String, String> settingsThrough(URI between) {
    return settings(between);
  }

  /** Hadoop's settings for a server in that place. */
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

  @Override
  public void close() {
    process.close();
  }
}
