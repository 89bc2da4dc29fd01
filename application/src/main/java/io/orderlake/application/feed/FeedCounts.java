package io.orderlake.application.feed;

/**
 * What a feed held.
 *
 * @param rows true for rows of a table, false for lines
 * @param read lines or rows, those that are no events included
 * @param blank lines that were blank, or rows whose cells all were
 * @param headers rows that repeat the header
 * @param further events beyond one of each record that was taken apart
 */
public record FeedCounts(boolean rows, long read, long blank, long headers, long further) {
  /** Of rows or lines that are events by themselves. */
  public FeedCounts(boolean rows, long read, long blank, long headers) {
    this(rows, read, blank, headers, 0);
  }

  /** How many events there were. */
  public long events() {
    return read - blank - headers + further;
  }

  FeedCounts with(long furtherEvents) {
    return new FeedCounts(rows, read, blank, headers, furtherEvents);
  }
}
