package io.orderlake.domain.feed;

import io.vavr.collection.IndexedSeq;

/**
 * A row of a feed.
 *
 * @param number from 1, the header and blank lines not counted
 * @param line on which it begins, from 1
 * @param cells as found; more or fewer than there are columns, if it is so
 */
public record FeedRow(long number, long line, IndexedSeq<String> cells) {
  /** Where it is, as a message says it. */
  public String place() {
    return "row " + number + " (line " + line + ")";
  }
}
