package io.orderlake.benchmarks.measure;

import io.vavr.control.Option;
import java.time.Duration;

/** Measurements that nobody took. */
public final class Samples {
  private Samples() {}

  /** A turn on two cores that were busy all the time. */
  public static Measurement turn(String contestant, long rows, long seconds) {
    Cost cost =
        new Cost(
            Duration.ofSeconds(seconds),
            Option.of(Duration.ofSeconds(2 * seconds)),
            Option.of(seconds * 1_000_000));
    return new Measurement("section", contestant, Trial.of(rows, cost));
  }
}
