package io.orderlake.adapters.filesystem.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is no regular file: opened when it is read, since opening a pipe waits for its writer. */
final class Pipe extends InputStream {
  private final Path file;
  private @Nullable InputStream in;

  Pipe(Path file) {
    this.file = file;
  }

  private InputStream in() throws IOException {
    if (in == null) {
      in = Files.newInputStream(file);
    }
    return in;
  }

  @Override
  public int read() throws IOException {
    return in().read();
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    return in().read(into, from, length);
  }
}
