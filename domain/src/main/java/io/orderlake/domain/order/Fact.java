package io.orderlake.domain.order;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one field: its value, that it is not there, or that it has the wrong type.
 *
 * @param value the value when known
 * @param problem why there is no value although the field is there; null when known or missing
 */
public record Fact<T>(@Nullable T value, @Nullable String problem) {
  private static final Fact<?> MISSING = new Fact<>(null, null);

  public static <T> Fact<T> known(T value) {
    return new Fact<>(value, null);
  }

  @SuppressWarnings("unchecked") // holds no value of any type
  public static <T> Fact<T> missing() {
    return (Fact<T>) MISSING;
  }

  /** The field is there but its type is wrong; {@code problem} says what it is and should be. */
  public static <T> Fact<T> wrongType(String problem) {
    return new Fact<>(null, problem);
  }

  public boolean isMissing() {
    return value == null && problem == null;
  }

  /**
   * The value of a field that a rule has found known.
   *
   * @throws IllegalStateException when it is not, which is a defect in the caller
   */
  public T get() {
    if (value == null) {
      throw new IllegalStateException("the field has no value: " + problem);
    }
    return value;
  }
}
