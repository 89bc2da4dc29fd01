package io.orderlake.adapters.kafka.order;

/**
 * Where something stands in a text, as editors count: from 1, in characters.
 *
 * @param line lines end with a line feed, a carriage return or both
 */
record JsonPlace(int line, int column) {
  /** The place of the character at that index. */
  static JsonPlace in(String text, int index) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < index; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        line++;
        start = i + 1;
      }
    }
    return new JsonPlace(line, text.codePointCount(start, index) + 1);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
