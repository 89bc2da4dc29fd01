package io.orderlake.adapters.objectstore.server;

import java.nio.file.Path;
import java.util.function.Supplier;

/** A server of Google's interface for all tests of a class. */
public final class SharedGcsServer extends SharedServer<GcsServer> {
  /**
   * Starts nothing yet.
   *
   * @param directory where it keeps its data; asked for when it starts
   */
  public SharedGcsServer(Supplier<Path> directory) {
    super(GcsServer::start, directory);
  }
}
