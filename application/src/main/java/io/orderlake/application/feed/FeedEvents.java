package io.orderlake.application.feed;

import io.vavr.control.Either;
import io.vavr.control.Option;

/** A feed's events, one after the other, whatever it is made of. */
interface FeedEvents extends AutoCloseable {
  /**
   * The next event, or none at the end.
   *
   * @return the sentence that says where and why reading ended early, if it did
   */
  Either<String, Option<FeedEvent>> next();

  /** What was read so far. */
  FeedCounts counts();

  @Override
  void close();
}
