package io.orderlake.domain.money;

import io.vavr.control.Either;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount of money in the lake's currency, with up to {@value #SCALE} decimals. Never a
 * double on the way. Two amounts are equal when their values are: 2.5 equals 2.50.
 */
public final class Amount implements Comparable<Amount>, Serializable {
  private static final long serialVersionUID = 1;

  /** Decimals kept. */
  public static final int SCALE = 4;

  /** One, in units of the last decimal. */
  private static final long UNIT = 10_000;

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  public static final Amount ZERO = new Amount(BigDecimal.ZERO.setScale(SCALE));

  private final BigDecimal value;

  private Amount(BigDecimal value) {
    this.value = value;
  }

  /**
   * The amount of that value.
   *
   * @throws ArithmeticException when it has more than {@value #SCALE} decimals that are not zero
   */
  public static Amount of(BigDecimal value) {
    return new Amount(value.setScale(SCALE));
  }

  public static Amount of(String decimal) {
    return of(new BigDecimal(decimal));
  }

  /**
   * A plain decimal such as {@code 899.99}; no sign but minus, no exponent, no grouping. Of any
   * length; see {@link WrittenNumber} for one that no amount is near.
   */
  public static Either<String, BigDecimal> parseDecimal(String text) {
    return parse(text, DECIMAL);
  }

  /** The digits of a JSON number, exponent included; likewise. */
  public static Either<String, BigDecimal> parseJsonNumber(String digits) {
    return parse(digits, JSON_NUMBER);
  }

  private static Either<String, BigDecimal> parse(String text, Pattern form) {
    BigDecimal usual = PlainDecimal.parse(text);
    if (usual != null) {
      return Either.right(usual);
    }
    return form.matcher(text).matches()
        ? Either.right(WrittenNumber.read(text))
        : Either.left("is not a decimal number");
  }

  /** True when the value needs more than {@value #SCALE} decimals. */
  public static boolean isTooFine(BigDecimal value) {
    return value.scale() > SCALE && value.stripTrailingZeros().scale() > SCALE;
  }

  public Amount plus(Amount other) {
    return new Amount(value.add(other.value));
  }

  public Amount minus(Amount other) {
    return new Amount(value.subtract(other.value));
  }

  public Amount times(long quantity) {
    return new Amount(value.multiply(BigDecimal.valueOf(quantity)));
  }

  /**
   * The amount in another currency, rounded half to even to {@value #SCALE} decimals.
   *
   * @param rate what one unit is worth there
   */
  public Amount convertedAt(BigDecimal rate) {
    return new Amount(value.multiply(rate).setScale(SCALE, RoundingMode.HALF_EVEN));
  }

  /** The value with {@value #SCALE} decimals. */
  public BigDecimal value() {
    return value;
  }

  /** The value with at least two decimals and no further zeros, as people write money. */
  public String plain() {
    BigInteger unscaled = value.unscaledValue();
    return unscaled.bitLength() < Long.SIZE ? plain(unscaled.longValue()) : plain(value);
  }

  private static String plain(long unscaled) {
    long whole = unscaled / UNIT;
    int part = (int) Math.abs(unscaled % UNIT);
    StringBuilder text = new StringBuilder(24);
    if (unscaled < 0 && whole == 0) {
      text.append('-');
    }
    text.append(whole).append('.').append((char) ('0' + part / 1_000));
    text.append((char) ('0' + part / 100 % 10));
    if (part % 100 != 0) {
      text.append((char) ('0' + part / 10 % 10));
    }
    if (part % 10 != 0) {
      text.append((char) ('0' + part % 10));
    }
    return text.toString();
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
  }

  @Override
  public int compareTo(Amount other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Amount a && value.compareTo(a.value) == 0;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return plain();
  }
}
