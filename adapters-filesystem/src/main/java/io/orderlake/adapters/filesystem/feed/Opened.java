package io.orderlake.adapters.filesystem.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * How a feed's bytes become text.
 *
 * @param packings from the outermost to the innermost
 * @param encoding of the text within
 */
record Opened(java.util.List<Packing> packings, Encoding encoding) {
  /** Stands for bytes that are no character; Unicode has none of that number. */
  static final char NO_CHARACTER = '\uffff';

  private static final int BUFFER = 1 << 16;

  /** A compression that is undone on the way. */
  enum Packing {
    GZIP("gzip"),
    BZIP2("bzip2");

    private final String title;

    Packing(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    /** The bytes within; of a stream that supports marks. */
    InputStream unpacked(InputStream in) throws IOException {
      return switch (this) {
        case GZIP -> new GzipMembers(in);
        case BZIP2 -> new BZip2CompressorInputStream(in, true);
      };
    }
  }

  /** The text's bytes, behind a byte order mark; buffered. */
  InputStream bytes(InputStream stored) throws IOException {
    InputStream in = unpacked(packings, stored);
    in.skipNBytes(encoding.mark());
    return in;
  }

  /** The bytes without their compressions; buffered. */
  static InputStream unpacked(java.util.List<Packing> packings, InputStream stored)
      throws IOException {
    InputStream in = new BufferedInputStream(stored, BUFFER);
    for (Packing packing : packings) {
      in = new BufferedInputStream(packing.unpacked(in), BUFFER);
    }
    return in;
  }

  /** The text; what is no character comes as {@link #NO_CHARACTER}. */
  Reader text(InputStream bytes) {
    return new InputStreamReader(
        bytes,
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(NO_CHARACTER)));
  }
}
