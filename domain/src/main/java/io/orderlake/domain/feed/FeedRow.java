package io.orderlake.domain.feed;

import io.vavr.collection.Array;
import io.vavr.collection.IndexedSeq;

/**
 * A row of a feed.
 *
 * @param number from 1, the header and blank lines not counted
 * @param line on which it begins, from 1; of a sheet the row's own number there
 * @param cells as found; more or fewer than there are columns, if it is so
 * @param kinds of the cells; those behind the last are texts
 */
public record FeedRow(
    long number, long line, IndexedSeq<String> cells, IndexedSeq<CellKind> kinds) {
  /** A row of texts. */
  public FeedRow(long number, long line, IndexedSeq<String> cells) {
    this(number, line, cells, Array.empty());
  }

  /** What the cell at that place is, from 0. */
  public CellKind kind(int place) {
    return place < kinds.size() ? kinds.get(place) : CellKind.TEXT;
  }

  /** Where it is, as a message says it. */
  public String place() {
    return "row " + number + " (line " + line + ")";
  }
}
