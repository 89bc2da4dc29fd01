package io.orderlake.bootstrap.up;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Something slow to open, opened on a thread of its own, so that several can start side by side.
 * Closing waits for the opening and then closes what was opened.
 */
public final class Background<T extends @Nullable Object> implements AutoCloseable {
  private final CompletableFuture<T> opening = new CompletableFuture<>();

  private Background() {}

  /** Begins to open. */
  public static <T extends @Nullable Object> Background<T> begin(String name, Callable<T> open) {
    Background<T> background = new Background<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                background.opening.complete(open.call());
              } catch (Exception | Error e) {
                background.opening.completeExceptionally(e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return background;
  }

  /** Waits until it is open; throws what kept it from opening. */
  public T get() throws Exception {
    try {
      return opening.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  public boolean isDone() {
    return opening.isDone();
  }

  @Override
  public void close() throws Exception {
    T opened;
    try {
      opened = opening.join();
    } catch (CompletionException e) {
      return; // nothing was opened, and whoever asked for it was told why
    }
    if (opened instanceof AutoCloseable resource) {
      resource.close();
    }
  }
}
