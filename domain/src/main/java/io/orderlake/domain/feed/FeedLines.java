package io.orderlake.domain.feed;

import io.vavr.control.Either;
import io.vavr.control.Option;

/** A feed's lines, one after the other. */
public interface FeedLines extends AutoCloseable {
  /** Longest line taken, in bytes; no Kafka record in its default settings is longer. */
  int LONGEST = 16 * 1024 * 1024;

  /**
   * The next line, or none at the end.
   *
   * @return the sentence that says where and why reading ended early, if it did; nothing follows it
   */
  Either<String, Option<FeedLine>> next();

  @Override
  void close();
}
