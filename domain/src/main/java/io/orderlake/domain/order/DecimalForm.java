package io.orderlake.domain.order;

import io.orderlake.domain.money.Amount;
import io.vavr.control.Either;
import java.math.BigDecimal;

/** How the contract lets a decimal number be written in a string. */
enum DecimalForm {
  /** A number of any length. */
  SIGNED {
    @Override
    Either<String, BigDecimal> read(String text) {
      return Amount.parseDecimal(text);
    }
  },

  /** In at most {@value #LONGEST} characters. */
  SHORT {
    @Override
    Either<String, BigDecimal> read(String text) {
      return text.length() <= LONGEST
          ? Amount.parseDecimal(text)
          : Either.left(
              "must be a decimal number of at most "
                  + LONGEST
                  + " characters, not of "
                  + text.length());
    }
  },

  /** As {@link #SHORT}, and filled up with zeros to no more than {@value #FILLED} digits. */
  PRICE {
    @Override
    Either<String, BigDecimal> read(String text) {
      return isFilledFurther(text)
          ? Either.left("must not begin with 0 and have more than " + FILLED + " digits")
          : SHORT.read(text);
    }
  };

  private static final int LONGEST = 64;
  private static final int FILLED = 6;

  /** The number, or the sentence that says what is wrong with the text. */
  abstract Either<String, BigDecimal> read(String text);

  private static boolean isFilledFurther(String text) {
    if (text.length() <= FILLED || text.charAt(0) != '0') {
      return false;
    }
    for (int i = 0; i <= FILLED; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
