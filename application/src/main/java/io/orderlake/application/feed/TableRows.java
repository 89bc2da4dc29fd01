package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.notation.CellText;
import io.vavr.collection.IndexedSeq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The rows of a table that say something: those whose cells are all blank and those that repeat the
 * header are counted and passed over. Blank cells behind the last column do no harm.
 */
final class TableRows implements AutoCloseable {
  private final FeedTable table;
  private final IndexedSeq<String> header;
  private long read;
  private long blank;
  private long headers;

  TableRows(FeedTable table) {
    this.table = table;
    this.header = filled(table.columns().toVector());
  }

  /** The next row, or the sentence that says where and why there is none. */
  Either<String, Option<FeedRow>> next() {
    while (true) {
      Either<String, Option<FeedRow>> next = table.next();
      if (next.isLeft() || next.get().isEmpty()) {
        return next;
      }
      read++;
      FeedRow row = next.get().get();
      IndexedSeq<String> cells = filled(row.cells());
      if (cells.isEmpty()) {
        blank++;
      } else if (cells.map(CellText::clean).equals(header)) {
        headers++;
      } else if (cells.size() > table.columns().size()) {
        return Either.left(surplus(row, cells.size()));
      } else {
        return next;
      }
    }
  }

  private static IndexedSeq<String> filled(IndexedSeq<String> cells) {
    int size = cells.size();
    while (size > 0 && CellText.clean(cells.get(size - 1)).isEmpty()) {
      size--;
    }
    return size == cells.size() ? cells : cells.take(size);
  }

  private String surplus(FeedRow row, int cells) {
    return "%s has %s cells but there are %s columns%s"
        .formatted(
            row.place(),
            cells,
            table.columns().size(),
            table
                .delimiter()
                .map(sign -> "; a cell that has a '" + sign + "' in it must stand in quotes")
                .getOrElse(""));
  }

  FeedCounts counts() {
    return new FeedCounts(true, read, blank, headers);
  }

  @Override
  public void close() {
    table.close();
  }
}
