package io.orderlake.domain.order;

import java.math.BigDecimal;

/** How a recorded value is shown in a sentence: as JSON, and never longer than a line. */
public final class Shown {
  private static final int MAX = 80;

  private Shown() {}

  public static String value(FieldValue value) {
    return cut(value.json());
  }

  public static String text(String value) {
    return cut(JsonText.quote(value));
  }

  /** Without an exponent where that fits a line. */
  public static String number(BigDecimal value) {
    long digits = (long) value.precision() + Math.abs((long) value.scale());
    return digits <= MAX ? value.toPlainString() : cut(value.toString());
  }

  private static String cut(String shown) {
    return shown.length() <= MAX
        ? shown
        : shown.substring(0, MAX) + "… (" + shown.length() + " characters)";
  }
}
