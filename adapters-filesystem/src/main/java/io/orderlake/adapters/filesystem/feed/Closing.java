package io.orderlake.adapters.filesystem.feed;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import org.slf4j.LoggerFactory;

/**
 * What is said and done when reading or closing fails. Has no logger until there is something to
 * log: the configuration reads value tables before it is known where the log goes.
 */
final class Closing {
  private Closing() {}

  /** Why reading failed. */
  static String reason(IOException e) {
    return e instanceof EOFException
        ? "it is compressed and ends too early; was it copied whole?"
        : String.valueOf(e.getMessage());
  }

  /** Nothing is lost when what was only read cannot be closed. */
  static void quietly(Closeable read) {
    try {
      read.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(Closing.class).warn("a feed that was read could not be closed", e);
    }
  }
}
