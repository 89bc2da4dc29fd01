package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

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
  private final boolean cut;
  private long number;

  /**
   * Reads that stream.
   *
   * @param cut it goes on behind what is there: a last line without an end is no line yet
   */
  StreamFeedLines(InputStream in, boolean cut) {
    this.in = in;
    this.cut = cut;
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
      if (b < 0 && cut) {
        return Either.right(Option.none());
      }
      if (b < 0 && isTorn(line.toByteArray())) {
        return Either.left(
            "line "
                + number
                + ", the last one, ends in the middle of an event; is the file still being written, or"
                + " was it not copied whole?");
      }
    } catch (IOException e) {
      return cut
          ? Either.right(Option.none())
          : Either.left("line " + number + " cannot be read: " + Closing.reason(e));
    }
    return Either.right(Option.of(new FeedLine(number, withoutReturn(line.toByteArray()))));
  }

  /** A last line without an end that is the beginning of an event and not the end of one. */
  private static boolean isTorn(byte[] line) {
    String text = new String(line, UTF_8).strip();
    return text.startsWith("{") && !text.endsWith("}");
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
