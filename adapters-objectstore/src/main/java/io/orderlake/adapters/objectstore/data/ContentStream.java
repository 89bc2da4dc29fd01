package io.orderlake.adapters.objectstore.data;

import java.io.EOFException;
import org.apache.hadoop.fs.FSInputStream;

/** A file whose content is at hand. */
final class ContentStream extends FSInputStream {
  private final byte[] content;
  private int position;

  ContentStream(byte[] content) {
    this.content = content;
  }

  @Override
  public synchronized void seek(long to) throws EOFException {
    if (to < 0 || to > content.length) {
      throw new EOFException("position " + to + " of " + content.length + " bytes");
    }
    position = (int) to;
  }

  @Override
  public synchronized long getPos() {
    return position;
  }

  @Override
  public boolean seekToNewSource(long target) {
    return false;
  }

  @Override
  public synchronized int available() {
    return content.length - position;
  }

  @Override
  public synchronized int read() {
    return position < content.length ? content[position++] & 0xff : -1;
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    int count = Math.min(length, content.length - position);
    if (count == 0) {
      return -1;
    }
    System.arraycopy(content, position, into, offset, count);
    position += count;
    return count;
  }
}
