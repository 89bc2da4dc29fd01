package io.orderlake.domain.order;

import java.math.BigDecimal;

/** How a recorded value is shown in a sentence: as JSON, and never longer than a line. */
public final class Shown {
  private static final int MAX = 80;
  private static final int LONGEST_SENTENCE = 600;

  private Shown() {}

  public static String value(FieldValue value) {
    return value instanceof FieldValue.Text text ? text(text.value()) : cut(value.json());
  }

  public static String text(String value) {
    String shown = JsonText.quote(value.substring(0, Math.min(value.length(), MAX)));
    return shown.length() <= MAX && value.length() <= MAX
        ? shown
        : head(shown, MAX) + rest(value.length());
  }

  /** Without an exponent where that fits a line. */
  public static String number(BigDecimal value) {
    return fits(value) ? value.toPlainString() : cut(value.toString());
  }

  /** A sentence that may quote what a record holds: no longer than a paragraph. */
  public static String sentence(String sentence) {
    return sentence.length() <= LONGEST_SENTENCE
        ? sentence
        : head(sentence, LONGEST_SENTENCE) + rest(sentence.length());
  }

  /** True when the number fits a line without an exponent. */
  public static boolean fits(BigDecimal value) {
    return (long) value.precision() + Math.abs((long) value.scale()) <= MAX;
  }

  private static String cut(String shown) {
    return shown.length() <= MAX ? shown : head(shown, MAX) + rest(shown.length());
  }

  /** Never half of a character. */
  private static String head(String shown, int longest) {
    int end = Math.min(longest, shown.length());
    return shown.substring(0, Character.isHighSurrogate(shown.charAt(end - 1)) ? end - 1 : end);
  }

  private static String rest(int characters) {
    return "… (" + characters + " characters)";
  }
}
