package io.orderlake.adapters.kafka.order;

/**
 * A string as the wire format wants it.
 *
 * @param value unescaped
 * @param end the index behind its closing quote
 */
record JsonString(String value, int end) {
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  /**
   * Reads it.
   *
   * @param start the index of its opening quote
   * @throws JsonFault when it is none
   */
  static JsonString in(String text, int start) {
    StringBuilder value = new StringBuilder();
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c < ' ') {
        throw JsonFault.notJson(raw(c), JsonPlace.in(text, at));
      }
      if (c != '\\') {
        value.append(c);
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == 'u') {
        value.append(unit(text, at));
        at += 6;
      } else if (at + 1 < text.length()) {
        value.append(escaped(text, at));
        at += 2;
      } else {
        at++;
      }
    }
    if (at >= text.length()) {
      throw JsonFault.notJson(
          "the text ends within the string that begins here; it was cut off, or the closing quote"
              + " is missing",
          JsonPlace.in(text, start));
    }
    if (StrictUtf8.hasLoneSurrogate(value.toString())) {
      throw JsonFault.refused(
          "a string holds half of a surrogate pair, which is no character",
          JsonPlace.in(text, start));
    }
    return new JsonString(value.toString(), at + 1);
  }

  private static String raw(char c) {
    return switch (c) {
      case '\n' -> "a string holds a line break; write \\n";
      case '\r' -> "a string holds a carriage return; write \\r";
      case '\t' -> "a string holds a tab; write \\t";
      default ->
          "a string holds the control character " + JsonWords.code(c) + ", which is not escaped";
    };
  }

  private static char escaped(String text, int at) {
    int known = ESCAPES.indexOf(text.charAt(at + 1));
    if (known < 0) {
      throw JsonFault.notJson(
          "a backslash stands before "
              + new JsonWords(text).shown(at + 1)
              + ", which JSON knows no meaning of; a backslash itself is written \\\\",
          JsonPlace.in(text, at));
    }
    return MEANT.charAt(known);
  }

  private static char unit(String text, int at) {
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw JsonFault.notJson(
            "\\u needs four hexadecimal digits after it", JsonPlace.in(text, at));
      }
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }
}
