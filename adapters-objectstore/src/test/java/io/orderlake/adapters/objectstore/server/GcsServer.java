package io.orderlake.adapters.objectstore.server;

import com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** A server of Google Cloud Storage's interface, fake-gcs-server; it keeps all in memory. */
public final class GcsServer implements StoreServer {
  private static final String NAME = "fake-gcs-server";

  private final ServerProcess process;

  private GcsServer(ServerProcess process) {
    this.process = process;
  }

  /**
   * Starts it, with an empty bucket; the test is aborted where it cannot be built.
   *
   * @param directory an empty one, for its log
   */
  public static GcsServer start(Path directory) {
    GcsServer server = new GcsServer(ServerProcess.start(NAME, directory, GcsServer::launch));
    try (GoogleHadoopFileSystem files = server.open(server.settings())) {
      files.getGcsFs().getGcs().createBucket(server.bucket());
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw new IllegalStateException("a bucket cannot be made", e);
    }
  }

  private static ProcessBuilder launch(int port) {
    return new ProcessBuilder(
        ServerProcess.program(NAME),
        "-backend",
        "memory",
        "-scheme",
        "http",
        "-host",
        "127.0.0.1",
        "-port",
        Integer.toString(port),
        "-log-level",
        "error");
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
    return "gs://" + bucket() + "/" + name;
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
        "fs.gs.storage.root.url", endpoint + "/",
        "fs.gs.auth.type", "UNAUTHENTICATED",
        "fs.gs.project.id", "orders",
        "fs.gs.http.max.retry", "1");
  }

  /** A file system of the bucket's that nobody else uses. */
  public GoogleHadoopFileSystem open(Map<String, String> settings) {
    Configuration configuration = new Configuration();
    settings.forEach(configuration::set);
    try {
      return (GoogleHadoopFileSystem) FileSystem.newInstance(URI.create(root("")), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
