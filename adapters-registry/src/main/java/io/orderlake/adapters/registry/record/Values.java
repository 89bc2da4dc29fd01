package io.orderlake.adapters.registry.record;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.source.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Base64;

/** How single values of binary formats appear in a record's tree. */
public final class Values {
  /** Nothing. */
  public static final Node NULL = new Node.ValueNode(FieldValue.NULL);

  private static final Node TRUE = new Node.ValueNode(new FieldValue.Flag(true));
  private static final Node FALSE = new Node.ValueNode(new FieldValue.Flag(false));

  /** Beyond that a number is written with an exponent. */
  private static final int MOST_PLACES = 30;

  private Values() {}

  /** A text as it is. */
  public static Node text(String text) {
    return new Node.ValueNode(new FieldValue.Text(text));
  }

  /** Digits as they are. */
  public static Node number(String digits) {
    return new Node.ValueNode(new FieldValue.Number(digits));
  }

  /** A whole number. */
  public static Node number(long number) {
    return number(Long.toString(number));
  }

  /** True or false. */
  public static Node flag(boolean flag) {
    return flag ? TRUE : FALSE;
  }

  /**
   * The shortest decimal that is no other floating-point number, whichever Java makes it; a text
   * for what is no number.
   */
  public static Node floating(double number) {
    if (!Double.isFinite(number)) {
      return text(Double.toString(number));
    }
    BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    for (BigDecimal next = shorter(digits); next.doubleValue() == number; next = shorter(digits)) {
      if (next.precision() == digits.precision()) {
        break;
      }
      digits = next;
    }
    return number(plain(digits));
  }

  /** The same of single precision. */
  public static Node floating(float number) {
    if (!Float.isFinite(number)) {
      return text(Float.toString(number));
    }
    BigDecimal digits = new BigDecimal(Float.toString(number)).stripTrailingZeros();
    for (BigDecimal next = shorter(digits); next.floatValue() == number; next = shorter(digits)) {
      if (next.precision() == digits.precision()) {
        break;
      }
      digits = next;
    }
    return number(plain(digits));
  }

  /** One digit less; the same where there is but one. */
  private static BigDecimal shorter(BigDecimal digits) {
    return digits.precision() < 2
        ? digits
        : digits
            .round(new MathContext(digits.precision() - 1, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
  }

  private static String plain(BigDecimal digits) {
    return Math.abs(digits.scale()) > MOST_PLACES ? digits.toString() : digits.toPlainString();
  }

  /** Bytes in base 64. */
  public static Node base64(byte[] bytes) {
    return text(Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * An exact decimal.
   *
   * @param unscaled its digits as a whole number, in two's complement, the highest byte first
   * @param scale how many of the digits stand behind the point
   */
  public static Node decimal(byte[] unscaled, int scale) {
    BigInteger digits = unscaled.length == 0 ? BigInteger.ZERO : new BigInteger(unscaled);
    return number(new BigDecimal(digits, scale).toPlainString());
  }

  /** An instant, in UTC. */
  public static Node instant(long seconds, long nanos) {
    return text(Instant.ofEpochSecond(seconds, nanos).toString());
  }
}
