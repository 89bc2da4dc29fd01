package io.orderlake.domain.feed;

import io.vavr.control.Either;

/**
 * Something that orders can be read from, such as a file or standard input. Its content, not its
 * name, says what it is: compression and encoding are recognised and undone, a byte order mark is
 * no part of the content, and what is no text is an error that names what it is and what to do.
 */
public interface FeedSource {
  /** A short name for messages, e.g. a file's name. */
  String name();

  /**
   * True when the whole of it can be opened again, as a file can, and standard input that has ended
   * within its first part.
   */
  boolean isRepeatable();

  /**
   * Looks at its beginning.
   *
   * @return what it is made of; or the sentence that says why it cannot be read
   */
  Either<String, FeedForm> form();

  /**
   * Opens it as events. JSON events that do not stand one on a line come as if they did, each under
   * the number of the line on which it begins.
   *
   * @return the lines, to be closed; or the sentence that says why it cannot be opened
   */
  Either<String, FeedLines> lines(FeedPart part);

  /**
   * Opens it as JSON records of any shape: lines as they are where each holds an object, else the
   * values of the text, each as one line under the number of the line on which it begins.
   *
   * @param array what an array at the top of the text stands for
   * @return the records, to be closed; or the sentence that says why it cannot be opened, or is no
   *     JSON
   */
  Either<String, FeedLines> records(FeedPart part, TopArray array);

  /**
   * Opens it as a table: CSV (RFC 4180) with a header row, or the like with another delimiter,
   * another quote or without a header; or a sheet of a workbook.
   *
   * @return the table, to be closed; or the sentence that says why it cannot be opened, has no
   *     usable header, or is not as the layout says
   */
  Either<String, FeedTable> table(FeedPart part, TableLayout layout);
}
