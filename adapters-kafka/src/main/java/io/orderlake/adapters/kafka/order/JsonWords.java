package io.orderlake.adapters.kafka.order;

import io.orderlake.domain.text.Invisible;
import io.orderlake.domain.text.SafeText;
import java.util.Locale;

/** Says what stands somewhere in a text that should be JSON and is not. */
final class JsonWords {
  private static final int LONGEST = 40;

  private final String text;

  JsonWords(String text) {
    this.text = text;
  }

  JsonPlace place(int index) {
    return JsonPlace.in(text, index);
  }

  /** The character at that index, which may be the end of the text. */
  String shown(int at) {
    if (at >= text.length()) {
      return "the end of the text";
    }
    int c = text.codePointAt(at);
    return Invisible.is(c) ? "the character " + code(c) : "'" + Character.toString(c) + "'";
  }

  static String code(int codePoint) {
    return String.format(Locale.ROOT, "U+%04X", codePoint);
  }

  /** A name in quotes, cut where it is long. */
  String name(String name) {
    return '"' + SafeText.line(name, LONGEST) + '"';
  }

  /** What goes on without a sign that parts values. */
  String token(int start) {
    return SafeText.line(text.substring(start, start + tokenLength(start)), LONGEST);
  }

  int tokenLength(int start) {
    int end = start;
    while (end < text.length() && isPartOfWord(text.charAt(end))) {
      end++;
    }
    return end - start;
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c == '+' || c == '-';
  }

  /** Passes over {@code true}, {@code false} or {@code null}; the index behind it. */
  int literal(int at) {
    String token = text.substring(at, at + tokenLength(at));
    if (token.equals("true") || token.equals("false") || token.equals("null")) {
      return at + token.length();
    }
    throw JsonFault.notJson(insteadOfValue(at), place(at));
  }

  private String insteadOfValue(int at) {
    char c = text.charAt(at);
    String token = token(at);
    return switch (c) {
      case '\'' -> "a string stands in single quotes; JSON has double ones";
      case '+' -> token + " begins with a plus sign, as no number in JSON does";
      case '.' -> token + " begins with a point; write a digit before it";
      case ',' -> "a value is missing before a comma";
      case ']', '}' -> "a value is missing before " + c;
      case '/', '#' -> comment(at);
      default ->
          token.isEmpty()
              ? shown(at) + " stands where a value should"
              : Character.isLetter(c) ? word(token) : token + " stands where a value should";
    };
  }

  private static String word(String token) {
    return switch (token.toLowerCase(Locale.ROOT)) {
      case "nan", "infinity", "inf" -> token + " is no number in JSON";
      case "true", "false", "null", "none", "nil", "undefined" ->
          token + " is no value of JSON, which has true, false and null";
      default -> token + " stands without quotes";
    };
  }

  private String comment(int at) {
    return text.charAt(at) == '#' || text.startsWith("//", at) || text.startsWith("/*", at)
        ? "a comment stands there; JSON has none"
        : shown(at) + " stands where it has no meaning";
  }

  /** After a minus sign. */
  String insteadOfNumber(int start) {
    String token = token(start);
    String rest = token.substring(1).toLowerCase(Locale.ROOT);
    return rest.startsWith("inf") || rest.equals("nan")
        ? token + " is no number in JSON"
        : rest.startsWith(".")
            ? token + " begins with a point; write a digit before it"
            : "a minus sign stands without a number";
  }

  /** Where a name should stand. */
  String insteadOfName(int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '\'' -> "a name stands in single quotes; JSON has double ones";
      case '/', '#' -> comment(at);
      case ',' -> "a field is missing before a comma";
      default ->
          tokenLength(at) > 0
              ? "the name " + token(at) + " stands without double quotes"
              : shown(at) + " stands where a name in double quotes should";
    };
  }

  /** Where a comma or the closing bracket should stand. */
  String insteadOfComma(int at, char closing) {
    char c = text.charAt(at);
    return switch (c) {
      case '"', '{', '[' -> "a comma is missing before " + shown(at);
      case '/', '#' -> comment(at);
      default -> shown(at) + " stands where a comma or " + closing + " should";
    };
  }
}
