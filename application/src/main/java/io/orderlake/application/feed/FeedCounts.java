package io.orderlake.application.feed;

/**
 * What a feed held.
 *
 * @param rows true for rows of a table, false for lines
 * @param read lines or rows, those that are no events included
 * @param blank lines that were blank, or rows whose cells all were
 * @param headers rows that repeat the header
 */
public record FeedCounts(boolean rows, long read, long blank, long headers) {
  /** How many events there were. */
  public long events() {
    return read - blank - headers;
  }
}
