package io.orderlake.adapters.filesystem.feed;

import io.orderlake.domain.feed.FeedLines;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a record that grows without end, as one does whose quote is never closed. */
final class RecordLimit extends FilterReader {
  private long read;

  RecordLimit(Reader text) {
    super(text);
  }

  /** A record begins. */
  void begin() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int n = super.read(into, from, length);
    count(n);
    return n;
  }

  private void count(int n) throws IOException {
    read += n;
    if (read > FeedLines.LONGEST) {
      throw new IOException(
          "it is longer than " + FeedLines.LONGEST + " characters; is a quote never closed?");
    }
  }
}
