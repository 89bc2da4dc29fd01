package io.orderlake.adapters.objectstore.server;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One server for all tests of a class: started before the first, stopped after the last.
 *
 * @param <S> what it is to the tests
 */
public abstract class SharedServer<S extends StoreServer>
    implements BeforeAllCallback, AfterAllCallback {
  private final Function<Path, S> start;
  private final Supplier<Path> directory;
  private S server;

  SharedServer(Function<Path, S> start, Supplier<Path> directory) {
    this.start = start;
    this.directory = directory;
  }

  public S server() {
    return server;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server = start.apply(directory.get());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (server != null) {
      server.close();
    }
  }
}
