package io.orderlake.bootstrap.terminal;

import io.vavr.control.Option;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers the first failure to write, which a {@link java.io.PrintStream} keeps to itself. */
final class RememberingOutput extends FilterOutputStream {
  private volatile @Nullable IOException failure;

  RememberingOutput(OutputStream to) {
    super(to);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int count) throws IOException {
    try {
      out.write(from, offset, count);
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      }
      throw e;
    }
  }

  Option<IOException> failure() {
    return Option.of(failure);
  }
}
