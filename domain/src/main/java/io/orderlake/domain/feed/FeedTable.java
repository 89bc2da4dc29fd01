package io.orderlake.domain.feed;

import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** A feed's rows under named columns, one after the other. */
public interface FeedTable extends AutoCloseable {
  /** The columns' names in their order, trimmed, no two alike. */
  Seq<String> columns();

  /**
   * The next row, or none at the end. Blank lines are no rows. A row with fewer cells than there
   * are columns is filled up with empty ones; one with more is an error.
   *
   * @return the sentence that says where and why reading ended early, if it did; nothing follows it
   */
  Either<String, Option<FeedRow>> next();

  @Override
  void close();
}
