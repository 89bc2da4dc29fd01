package io.orderlake.domain.metric;

import io.vavr.collection.List;

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

  /** A whole number; exact up to 2^53. */
  static Sample of(long value, String... labels) {
    return of((double) value, labels);
  }
}
