package io.orderlake.application.generate;

import io.vavr.control.Option;
import java.time.Duration;

/**
 * What to generate, how fast and how much.
 *
 * @param orders what the events are like
 * @param rate how fast
 * @param count stop after so many events; none for no such limit
 * @param duration stop after so long; none for no such limit
 */
public record GenerationPlan(
    GeneratorSettings orders, Rate rate, Option<Long> count, Option<Duration> duration) {
  /** So many events, as fast as possible. */
  public static GenerationPlan of(GeneratorSettings orders, long count) {
    return new GenerationPlan(orders, new Rate.Unlimited(), Option.of(count), Option.none());
  }

  /** At that rate until stopped. */
  public static GenerationPlan endless(GeneratorSettings orders, Rate rate) {
    return new GenerationPlan(orders, rate, Option.none(), Option.none());
  }
}
