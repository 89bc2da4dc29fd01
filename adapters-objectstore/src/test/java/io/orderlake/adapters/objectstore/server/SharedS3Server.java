package io.orderlake.adapters.objectstore.server;

import java.nio.file.Path;
import java.util.function.Supplier;

/** An S3 server for all tests of a class. */
public final class SharedS3Server extends SharedServer<S3Server> {
  /**
   * Starts nothing yet.
   *
   * @param directory where it keeps its data; asked for when it starts
   */
  public SharedS3Server(Supplier<Path> directory) {
    super(S3Server::start, directory);
  }
}
