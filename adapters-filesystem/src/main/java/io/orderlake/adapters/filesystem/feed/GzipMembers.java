package io.orderlake.adapters.filesystem.feed;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a gzip file hold, one after the other. Zero bytes from behind a member to the
 * end are padding, as tapes and block devices leave it (RFC 1952 knows none; gzip takes it, too).
 */
final class GzipMembers extends InputStream {
  private static final int MAGIC = 0x1f;

  private final InputStream stored;
  private @Nullable InputStream member;

  /**
   * Opens the first member.
   *
   * @param stored supports marks
   */
  GzipMembers(InputStream stored) throws IOException {
    this.stored = stored;
    this.member = new GzipCompressorInputStream(stored);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (member != null) {
      int n = member.read(into, from, length);
      if (n >= 0) {
        return n;
      }
      member = next();
    }
    return -1;
  }

  private @Nullable InputStream next() throws IOException {
    stored.mark(1);
    int first = stored.read();
    if (first == MAGIC) {
      stored.reset();
      return new GzipCompressorInputStream(stored);
    }
    while (first == 0) {
      first = stored.read();
    }
    if (first >= 0) {
      throw new IOException(Closing.surplus("gzip"));
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    try (stored) {
      if (member != null) {
        member.close();
      }
    }
  }
}
