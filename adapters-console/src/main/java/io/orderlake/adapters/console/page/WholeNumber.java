package io.orderlake.adapters.console.page;

import io.vavr.control.Either;
import io.vavr.control.Option;

/** Whole numbers that are asked for. */
public final class WholeNumber {
  private static final String MOST = "999999999";

  private WholeNumber() {}

  /**
   * The number that the parameter says, 0 to 999,999,999.
   *
   * @return none where it is not given, or the sentence that says what is wrong with it
   */
  public static Either<String, Option<Integer>> of(PageRequest request, String name) {
    Option<String> text = request.value(name);
    return text.forAll(digits -> digits.matches("[0-9]{1,9}"))
        ? Either.right(text.map(Integer::parseInt))
        : Either.left(
            text.get().matches("[0-9]+")
                ? "%s is %s at most, not %s".formatted(name, MOST, text.get())
                : "%s must be a whole number, 0 or more, not '%s'".formatted(name, text.get()));
  }

  /**
   * Likewise, where one has to be.
   *
   * @param usual where it is not given
   * @param most what is more becomes that
   */
  public static Either<String, Integer> of(PageRequest request, String name, int usual, int most) {
    return of(request, name).map(number -> Math.min(most, number.getOrElse(usual)));
  }
}
