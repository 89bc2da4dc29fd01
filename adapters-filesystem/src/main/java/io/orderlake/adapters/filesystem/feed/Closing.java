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
    String message = String.valueOf(e.getMessage());
    return e instanceof EOFException
        ? "it is compressed and ends too early; was it copied whole?"
        : message.contains("Garbage after a valid BZip2 stream") ? surplus("bzip2") : message;
  }

  /** Why a compressed feed cannot be read that has more bytes behind its end. */
  static String surplus(String packing) {
    return "behind the end of what "
        + packing
        + " has packed there are bytes that it has not; unpack it with "
        + packing
        + " -dc, see whether all is there, and publish that";
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
