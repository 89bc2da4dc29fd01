package io.orderlake.domain.feed;

/**
 * A line of a feed.
 *
 * @param number from 1
 * @param bytes as they are, without the line's end (LF or CR LF)
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
public record FeedLine(long number, byte[] bytes) {
  /** True when it holds nothing but spaces and tabs. */
  public boolean isBlank() {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
