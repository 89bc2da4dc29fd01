package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import java.nio.charset.Charset;

/**
 * The encoding of a text.
 *
 * @param charset its character set
 * @param mark how many bytes of a byte order mark stand before the text
 */
record Encoding(Charset charset, int mark) {
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

  /**
   * With that character set, whatever the bytes look like; a byte order mark of its own is skipped.
   */
  static Encoding of(Charset charset, byte[] beginning) {
    Encoding marked = marked(beginning);
    return new Encoding(
        charset, marked.mark > 0 && marked.charset.equals(charset) ? marked.mark : 0);
  }

  /**
   * As far as its beginning shows.
   *
   * @return the encoding, or the sentence that says why it is none that can be known
   */
  static Either<String, Encoding> recognised(byte[] beginning) {
    Encoding marked = marked(beginning);
    if (marked.mark > 0) {
      return Either.right(marked);
    }
    int[] zeros = new int[2];
    for (int i = 0; i < beginning.length; i++) {
      zeros[i % 2] += beginning[i] == 0 ? 1 : 0;
    }
    int half = beginning.length / 2;
    if (zeros[1] > half * 0.4 && zeros[0] <= zeros[1] / 10) {
      return Either.right(new Encoding(UTF_16LE, 0));
    }
    if (zeros[0] > half * 0.4 && zeros[1] <= zeros[0] / 10) {
      return Either.right(new Encoding(UTF_16BE, 0));
    }
    if (zeros[0] + zeros[1] > 0) {
      return Either.left(
          "it has bytes of zero, as text never does"
              + " (the first on line "
              + line(beginning, firstZero(beginning))
              + "); is it a file of text?");
    }
    return utf8(beginning);
  }

  private static Encoding marked(byte[] b) {
    if (begins(b, 0xef, 0xbb, 0xbf)) {
      return new Encoding(UTF_8, 3);
    }
    if (begins(b, 0xff, 0xfe, 0, 0)) {
      return new Encoding(UTF_32LE, 4);
    }
    if (begins(b, 0, 0, 0xfe, 0xff)) {
      return new Encoding(UTF_32BE, 4);
    }
    if (begins(b, 0xff, 0xfe)) {
      return new Encoding(UTF_16LE, 2);
    }
    return begins(b, 0xfe, 0xff) ? new Encoding(UTF_16BE, 2) : new Encoding(UTF_8, 0);
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * UTF-8, unless bytes beyond ASCII never form a character of it: then the text is of one byte a
   * character, and which character cannot be known.
   */
  private static Either<String, Encoding> utf8(byte[] bytes) {
    int wrong = -1;
    boolean right = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      int length = characterLength(bytes, i);
      if (length > 1) {
        right = true;
        i += length - 1;
      } else if (length == 0) {
        break; // cut off at the end of what is looked at
      } else if (wrong < 0) {
        wrong = i;
      }
    }
    return wrong < 0 || right
        ? Either.right(new Encoding(UTF_8, 0))
        : Either.left(
            "line "
                + line(bytes, wrong)
                + " is not UTF-8; if the file is from Windows, try --encoding windows-1252");
  }

  /** Bytes of the UTF-8 character there; 1 when it is none, 0 when the end comes before it. */
  private static int characterLength(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    int length =
        lead >= 0xc2 && lead <= 0xdf
            ? 2
            : (lead & 0xf0) == 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
    for (int i = 1; i < length; i++) {
      if (at + i >= bytes.length) {
        return 0;
      }
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 1;
      }
    }
    return length;
  }

  private static int firstZero(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    return at;
  }

  private static int line(byte[] bytes, int to) {
    int line = 1;
    for (int i = 0; i < to; i++) {
      if (bytes[i] == '\n'
          || (bytes[i] == '\r' && (i + 1 >= bytes.length || bytes[i + 1] != '\n'))) {
        line++;
      }
    }
    return line;
  }
}
