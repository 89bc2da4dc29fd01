package io.orderlake.adapters.filesystem.feed;

import io.orderlake.domain.feed.FeedPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A feed's bytes, as they are stored or come. */
interface FeedBytes {
  /** Opens them; buffered. */
  InputStream open(FeedPart part) throws IOException;

  boolean isRepeatable();

  /** True when the first part does not reach to the end. */
  boolean isCut() throws IOException;

  /** Those of a file, which is opened anew each time. */
  record OfFile(Path file) implements FeedBytes {
    @Override
    public InputStream open(FeedPart part) throws IOException {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a directory; name one of the files in it");
      }
      return Files.newInputStream(file);
    }

    @Override
    public boolean isRepeatable() {
      return true;
    }

    @Override
    public boolean isCut() {
      return false;
    }
  }
}
