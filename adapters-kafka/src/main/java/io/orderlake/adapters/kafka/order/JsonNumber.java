package io.orderlake.adapters.kafka.order;

/** Numbers as the wire format wants them. */
final class JsonNumber {
  private JsonNumber() {}

  /**
   * Reads one.
   *
   * @param start the index of its first digit or its minus sign
   * @return the index behind its last character
   * @throws JsonFault when it is none
   */
  static int end(String text, int start, JsonWords words) {
    int at = text.charAt(start) == '-' ? start + 1 : start;
    int whole = digits(text, at);
    if (whole == at) {
      throw fault(words, start, words.insteadOfNumber(start));
    }
    if (text.charAt(at) == '0' && whole > at + 1) {
      throw fault(
          words, start, "the number " + words.token(start) + " begins with a needless zero");
    }
    int end = whole;
    if (is(text, end, ".")) {
      end = digits(text, end + 1);
      if (end == whole + 1) {
        throw fault(
            words, start, "the number " + words.token(start) + " has no digit after its point");
      }
    }
    if (is(text, end, "eE")) {
      int exponent = is(text, end + 1, "+-") ? end + 2 : end + 1;
      end = digits(text, exponent);
      if (end == exponent) {
        throw fault(
            words, start, "the number " + words.token(start) + " has no digit in its exponent");
      }
    }
    return checked(text, start, end, words);
  }

  private static int checked(String text, int start, int end, JsonWords words) {
    if (end < text.length() && " \n\r\t,]}".indexOf(text.charAt(end)) < 0) {
      String token = words.token(start);
      if (words.tokenLength(start) > end - start) {
        throw fault(
            words,
            start,
            token.matches("-?0[xX].*")
                ? "the number " + token + " is hexadecimal; JSON has decimal ones only"
                : token + " is no number");
      }
    }
    if (end - start > JacksonOrderEventDecoder.MAX_DIGITS) {
      throw JsonFault.refused(
          "a number has "
              + (end - start)
              + " characters; the longest that is read has "
              + JacksonOrderEventDecoder.MAX_DIGITS,
          JsonPlace.in(text, start));
    }
    return end;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static boolean is(String text, int at, String letters) {
    return at < text.length() && letters.indexOf(text.charAt(at)) >= 0;
  }

  private static JsonFault fault(JsonWords words, int start, String what) {
    return JsonFault.notJson(what, words.place(start));
  }
}
