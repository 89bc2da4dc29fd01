package io.orderlake.domain.gold;

import io.orderlake.domain.money.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Amounts as whole numbers of 128 bits in two words, the high one first: room for more digits than
 * any table has, added up without an object for each sum.
 */
final class WideWords {
  private WideWords() {}

  /**
   * Puts an amount there.
   *
   * @throws ArithmeticException when it has no room
   */
  static void write(Amount amount, long[] to, int at) {
    BigInteger unscaled = amount.value().unscaledValue();
    long low = unscaled.longValue();
    boolean isNarrow = unscaled.bitLength() < Long.SIZE;
    to[at] = isNarrow ? low >> (Long.SIZE - 1) : unscaled.shiftRight(Long.SIZE).longValueExact();
    to[at + 1] = low;
  }

  static Amount read(long[] from, int at) {
    long high = from[at];
    long low = from[at + 1];
    return Amount.of(
        high == low >> (Long.SIZE - 1)
            ? BigDecimal.valueOf(low, Amount.SCALE)
            : new BigDecimal(wide(high, low), Amount.SCALE));
  }

  private static BigInteger wide(long high, long low) {
    return BigInteger.valueOf(high)
        .shiftLeft(Long.SIZE)
        .add(new BigInteger(Long.toUnsignedString(low)));
  }

  /**
   * Adds the other amount.
   *
   * @throws ArithmeticException when the sum has no room
   */
  static void add(long[] into, long[] other, int at) {
    long low = into[at + 1] + other[at + 1];
    long carry = Long.compareUnsigned(low, other[at + 1]) < 0 ? 1 : 0;
    long high = into[at] + other[at] + carry;
    if (((into[at] ^ high) & (other[at] ^ high)) < 0) {
      throw new ArithmeticException("amounts add up to more than 128 bits hold");
    }
    into[at] = high;
    into[at + 1] = low;
  }

  /** Puts the other amount there if it is greater. */
  static void raise(long[] into, long[] other, int at) {
    int high = Long.compare(into[at], other[at]);
    if (high < 0 || (high == 0 && Long.compareUnsigned(into[at + 1], other[at + 1]) < 0)) {
      into[at] = other[at];
      into[at + 1] = other[at + 1];
    }
  }
}
