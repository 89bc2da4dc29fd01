package io.orderlake.adapters.objectstore.server;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.s3.S3Objects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server for all tests of a class, a proxy before it, and a new lake's place for each test. */
public final class ControlServer
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private final SharedS3Server shared;
  private FaultProxy proxy;
  private S3AFileSystem fileSystem;
  private ControlPlace place;
  private int places;

  /**
   * Starts nothing yet.
   *
   * @param directory where the server keeps its data; asked for when it starts
   */
  public ControlServer(Supplier<Path> directory) {
    this.shared = new SharedS3Server(directory);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    shared.beforeAll(context);
    proxy = FaultProxy.before(shared.server().endpoint());
    fileSystem = shared.server().open(S3Server.settings(proxy.endpoint()));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    proxy.treat(request -> new FaultProxy.Treatment.Passed());
    place = another();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (fileSystem != null) {
      fileSystem.close();
      proxy.close();
    }
    shared.afterAll(context);
  }

  /** The test's, the same at every call within one test. */
  public ControlPlace place() {
    return place;
  }

  /** Of a lake that nobody else knows. */
  public ControlPlace another() {
    return new ControlPlace(store(), "lake-" + places++);
  }

  public ObjectStore store() {
    return new S3Objects(fileSystem);
  }

  /** What lies between the store and the server. */
  public FaultProxy proxy() {
    return proxy;
  }

  public S3Server server() {
    return shared.server();
  }
}
