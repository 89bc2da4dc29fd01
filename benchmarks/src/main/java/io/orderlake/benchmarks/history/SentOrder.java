package io.orderlake.benchmarks.history;

import io.orderlake.application.generate.Expectation;
import io.orderlake.application.generate.GeneratedOrder;
import java.time.Instant;

/**
 * An event on its way to Bronze.
 *
 * @param order what it is
 * @param at its Kafka timestamp
 */
record SentOrder(GeneratedOrder order, Instant at) {
  static boolean isRefined(GeneratedOrder order) {
    return order.expectation() instanceof Expectation.Refined;
  }
}
