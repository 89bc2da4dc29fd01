package io.orderlake.application.feed;

import io.orderlake.domain.source.Node;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/** A feed's records as trees, one after the other, for a mapping to make events of. */
interface RecordTrees extends AutoCloseable {
  /**
   * A record.
   *
   * @param line where it begins in the feed, from 1
   * @param place where it is, as a message says it
   * @param root what it holds; or the sentence that says why it is no record
   * @param bytes it as it was found; null for a row, of which there are none
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Tree(long line, String place, Either<String, Node> root, byte @Nullable [] bytes) {}

  /**
   * The next record, or none at the end.
   *
   * @return the sentence that says where and why reading ended early, if it did
   */
  Either<String, Option<Tree>> next();

  /** What was read so far. */
  FeedCounts counts();

  /** What was chosen or found out when they were opened, for the reader. */
  List<String> notes();

  @Override
  void close();
}
