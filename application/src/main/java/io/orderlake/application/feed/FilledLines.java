package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The lines of a feed that are not blank; those that are are counted and passed over. */
final class FilledLines implements AutoCloseable {
  private final FeedLines lines;
  private long read;
  private long blank;

  FilledLines(FeedLines lines) {
    this.lines = lines;
  }

  /** The next line, or the sentence that says where and why there is none. */
  Either<String, Option<FeedLine>> next() {
    while (true) {
      Either<String, Option<FeedLine>> next = lines.next();
      if (next.isLeft() || next.get().isEmpty()) {
        return next;
      }
      read++;
      if (!next.get().get().isBlank()) {
        return next;
      }
      blank++;
    }
  }

  FeedCounts counts() {
    return new FeedCounts(false, read, blank, 0);
  }

  @Override
  public void close() {
    lines.close();
  }
}
