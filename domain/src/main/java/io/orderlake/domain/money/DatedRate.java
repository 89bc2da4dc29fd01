package io.orderlake.domain.money;

import io.vavr.control.Option;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a currency is worth on a day, in the currency that is converted to.
 *
 * @param day of the calendar, in the years 1 to 9999
 * @param currency ISO 4217 code, upper case
 * @param rate above 0, at most 10^9, of at most {@value #DIGITS} digits
 */
public record DatedRate(LocalDate day, String currency, BigDecimal rate) implements Serializable {
  /** Digits that a rate may have, leading and trailing zeros not counted; decimals likewise. */
  public static final int DIGITS = 18;

  /** Above this, the converted total of one event could outgrow its column. */
  public static final BigDecimal HIGHEST = BigDecimal.TEN.pow(9);

  /**
   * That rate.
   *
   * @throws IllegalArgumentException when there can be no such rate; see {@link #problem} and
   *     {@link Currencies#problem}
   */
  public DatedRate {
    Option<String> problem = Currencies.problem(currency).orElse(problem(rate));
    if (problem.isDefined()) {
      throw new IllegalArgumentException(problem.get());
    }
    rate = rate.stripTrailingZeros();
  }

  /** What is wrong with a rate, as a sentence. */
  public static Option<String> problem(BigDecimal rate) {
    if (rate.signum() <= 0 || rate.compareTo(HIGHEST) > 0) {
      return Option.some(
          "rate must be above 0 and at most "
              + HIGHEST.toPlainString()
              + ", not "
              + rate.toPlainString());
    }
    BigDecimal stripped = rate.stripTrailingZeros();
    return Option.when(
        stripped.precision() > DIGITS || stripped.scale() > DIGITS,
        () -> "rate must have at most " + DIGITS + " digits, not " + rate.toPlainString());
  }
}
