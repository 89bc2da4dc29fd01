package io.orderlake.adapters.postgres;

/** Names and texts as SQL has them. */
final class SqlText {
  /** PostgreSQL cuts longer names off without a word. */
  static final int LONGEST_NAME = 63;

  private SqlText() {}

  static String name(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A text as PostgreSQL can hold it, which has everything but U+0000. */
  static String held(String text) {
    return text.indexOf(0) < 0 ? text : text.replace('\0', '\u2400');
  }
}
