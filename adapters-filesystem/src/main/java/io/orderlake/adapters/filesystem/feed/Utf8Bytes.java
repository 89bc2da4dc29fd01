package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** A text of another encoding as bytes of UTF-8. */
final class Utf8Bytes extends InputStream {
  private final Reader text;
  private final char[] chars = new char[8192];
  private int kept;
  private byte[] bytes = new byte[0];
  private int at;

  Utf8Bytes(Reader text) {
    this.text = text;
  }

  @Override
  public int read() throws IOException {
    return at < bytes.length || fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (at == bytes.length && !fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, from, n);
    at += n;
    return n;
  }

  /** The first half of a surrogate pair waits for the second. */
  private boolean fill() throws IOException {
    int read = text.read(chars, kept, chars.length - kept);
    if (read < 0 && kept == 0) {
      return false;
    }
    int size = kept + Math.max(read, 0);
    boolean split = read > 0 && Character.isHighSurrogate(chars[size - 1]);
    bytes = new String(chars, 0, split ? size - 1 : size).getBytes(UTF_8);
    at = 0;
    kept = split ? 1 : 0;
    if (split) {
      chars[0] = chars[size - 1];
    }
    return bytes.length > 0 || fill();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
