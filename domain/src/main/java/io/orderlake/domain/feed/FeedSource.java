package io.orderlake.domain.feed;

import io.vavr.control.Either;

/**
 * Something that orders can be read from once, such as a file or standard input. Its encoding is
 * UTF-8; a byte order mark at its start is no part of its content.
 */
public interface FeedSource {
  /** A short name for messages and ids, e.g. a file's name. */
  String name();

  /**
   * Opens it as lines.
   *
   * @return the lines, to be closed; or the sentence that says why it cannot be opened
   */
  Either<String, FeedLines> lines();

  /**
   * Opens it as CSV (RFC 4180) with a header row.
   *
   * @return the table, to be closed; or the sentence that says why it cannot be opened or has no
   *     usable header
   */
  Either<String, FeedTable> table();
}
