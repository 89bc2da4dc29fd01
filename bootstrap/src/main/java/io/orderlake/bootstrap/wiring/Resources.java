package io.orderlake.bootstrap.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened and has to be closed again, last opened first. */
final class Resources implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Closes {@code resource} with everything else. */
  synchronized <T extends AutoCloseable> T opened(T resource) {
    opened.push(resource);
    return resource;
  }

  /**
   * Closes all, also when one of them throws; then the first failure is thrown with the others
   * suppressed.
   */
  @Override
  public synchronized void close() throws Exception {
    Exception failure = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
