package io.orderlake.adapters.filesystem.feed;

import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a buffered stream at line feeds. */
final class StreamFeedLines implements FeedLines {
  private final InputStream in;
  private long number;

  StreamFeedLines(InputStream in) {
    this.in = in;
  }

  @Override
  public Either<String, Option<FeedLine>> next() {
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    try {
      int b = in.read();
      if (b < 0) {
        return Either.right(Option.none());
      }
      for (; b >= 0 && b != '\n'; b = in.read()) {
        if (line.size() == LONGEST) {
          return Either.left(
              "line " + number + " is longer than " + LONGEST + " bytes; is it a file of lines?");
        }
        line.write(b);
      }
    } catch (IOException e) {
      return Either.left("line " + number + " cannot be read: " + e.getMessage());
    }
    return Either.right(Option.of(new FeedLine(number, withoutReturn(line.toByteArray()))));
  }

  private static byte[] withoutReturn(byte[] line) {
    int last = line.length - 1;
    return last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line;
  }

  @Override
  public void close() {
    Closing.quietly(in);
  }
}
