package io.orderlake.domain.money;

import java.math.BigDecimal;

/**
 * Reads a number of any length and any exponent without ever computing with more digits than
 * {@value #DIGITS}, so that a few bytes such as {@code 1e999999999} cost no memory and no time.
 *
 * <p>A number is read exactly as long as it has no more digits than that and lies between
 * 10<sup>-2000</sup> and 10<sup>2000</sup>. What lies beyond is read as the bound it has passed,
 * and digits too many as one more digit: no limit and no amount is near either, so that every
 * comparison with one comes out as it would have.
 */
final class WrittenNumber {
  private static final int DIGITS = 1_000;
  private static final int FAR = 2_000;

  /** Beyond this an exponent is as good as any greater one. */
  private static final long EXPONENT = 1_000_000_000_000L;

  private final StringBuilder digits = new StringBuilder();
  private long power;
  private boolean cut;

  private WrittenNumber() {}

  /**
   * The number.
   *
   * @param text an optional minus, digits, optionally a point and digits, optionally an exponent
   */
  static BigDecimal read(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = e < 0 ? text : text.substring(0, e);
    WrittenNumber number = new WrittenNumber();
    number.add(mantissa, text.charAt(0) == '-' ? 1 : 0);
    BigDecimal value = number.times(e < 0 ? 0 : exponent(text, e + 1));
    return text.charAt(0) == '-' ? value.negate() : value;
  }

  private void add(String mantissa, int from) {
    boolean fraction = false;
    for (int i = from; i < mantissa.length(); i++) {
      char c = mantissa.charAt(i);
      if (c == '.') {
        fraction = true;
        continue;
      }
      if (digits.length() < DIGITS) {
        if (c != '0' || digits.length() > 0) {
          digits.append(c);
        }
        power -= fraction ? 1 : 0;
      } else {
        cut |= c != '0';
        power += fraction ? 0 : 1;
      }
    }
  }

  private BigDecimal times(long exponent) {
    if (digits.length() == 0) {
      return BigDecimal.ZERO;
    }
    if (cut) {
      digits.append('1');
      power--;
    }
    long magnitude = digits.length() + power + exponent;
    if (Math.abs(magnitude) > FAR) {
      return BigDecimal.ONE.scaleByPowerOfTen(magnitude < 0 ? -FAR : FAR);
    }
    return new BigDecimal(digits.toString()).scaleByPowerOfTen((int) (power + exponent));
  }

  private static long exponent(String text, int from) {
    boolean negative = text.charAt(from) == '-';
    long exponent = 0;
    for (int i = from + (negative || text.charAt(from) == '+' ? 1 : 0); i < text.length(); i++) {
      exponent = Math.min(EXPONENT, exponent * 10 + (text.charAt(i) - '0'));
    }
    return negative ? -exponent : exponent;
  }
}
