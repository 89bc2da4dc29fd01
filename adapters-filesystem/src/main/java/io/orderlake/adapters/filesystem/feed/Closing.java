package io.orderlake.adapters.filesystem.feed;

import java.io.Closeable;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closing what was only read: nothing is lost when it fails. */
final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  static void quietly(Closeable read) {
    try {
      read.close();
    } catch (IOException e) {
      LOG.warn("a feed that was read could not be closed", e);
    }
  }
}
