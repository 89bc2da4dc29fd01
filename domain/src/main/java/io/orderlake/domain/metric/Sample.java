package io.orderlake.domain.metric;

import io.vavr.collection.List;
import java.util.function.Function;

/** One value of a family. */
public sealed interface Sample {
  /** The values of the family's labels, in their order. */
  List<String> labels();

  /** A number. */
  record Value(List<String> labels, double value) implements Sample {}

  /**
   * A histogram's state.
   *
   * @param counts how many observations fell into each bucket alone: one for each bound, and one
   *     more for what was above all of them
   * @param sum of all observations
   */
  record Distribution(List<String> labels, List<Long> counts, double sum) implements Sample {}

  static Sample of(double value, String... labels) {
    return new Value(List.of(labels), value);
  }

  /** Each case to its function. */
  default <R> R fold(Function<Value, R> value, Function<Distribution, R> distribution) {
    return this instanceof Value v ? value.apply(v) : distribution.apply((Distribution) this);
  }
}
