package io.orderlake.adapters.objectstore.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A file that is put in one request when it stays small, and piece by piece when it does not. */
final class GrowingFile extends OutputStream {
  /** Opens the file on the store. */
  interface Opening {
    OutputStream open() throws IOException;
  }

  /** Puts the whole file. */
  interface Putting {
    void put(byte[] content) throws IOException;
  }

  /** Told of a file that was written piece by piece. */
  interface Written {
    void length(long bytes);
  }

  private final Opening opening;
  private final Putting putting;
  private final Written written;
  private ByteArrayOutputStream small = new ByteArrayOutputStream();
  private @Nullable OutputStream large;
  private long length;
  private boolean closed;

  GrowingFile(Opening opening, Putting putting, Written written) {
    this.opening = opening;
    this.putting = putting;
    this.written = written;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int count) throws IOException {
    length += count;
    if (large == null && length > DataFileSystem.SMALL) {
      large = opening.open();
      small.writeTo(large);
      small = new ByteArrayOutputStream(0);
    }
    if (large == null) {
      small.write(from, offset, count);
    } else {
      large.write(from, offset, count);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (large == null) {
      putting.put(small.toByteArray());
    } else {
      large.close();
      written.length(length);
    }
  }
}
