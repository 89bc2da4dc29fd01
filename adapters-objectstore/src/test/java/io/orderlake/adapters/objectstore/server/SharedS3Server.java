package io.orderlake.adapters.objectstore.server;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for all tests of a class: started before the first, stopped after the last. */
public final class SharedS3Server implements BeforeAllCallback, AfterAllCallback {
  private final Supplier<Path> directory;
  private S3Server server;

  /**
   * Starts nothing yet.
   *
   * @param directory where it keeps its data; asked for when it starts
   */
  public SharedS3Server(Supplier<Path> directory) {
    this.directory = directory;
  }

  public S3Server server() {
    return server;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server = S3Server.start(directory.get());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (server != null) {
      server.close();
    }
  }
}
