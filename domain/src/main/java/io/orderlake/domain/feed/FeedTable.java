package io.orderlake.domain.feed;

import io.orderlake.domain.notation.CellText;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** A feed's rows under named columns, one after the other. */
public interface FeedTable extends AutoCloseable {
  /**
   * The header's cells in their order, {@link CellText#clean clean}; some may be empty or alike.
   */
  Seq<String> columns();

  /** What separates the cells; none where they need no separating. */
  Option<Character> delimiter();

  /** What was chosen where there was a choice, for the reader; e.g. one of several sheets. */
  Option<String> note();

  /**
   * The next row, or none at the end. Blank lines are no rows.
   *
   * @return the sentence that says where and why reading ended early, if it did; nothing follows it
   */
  Either<String, Option<FeedRow>> next();

  @Override
  void close();
}
