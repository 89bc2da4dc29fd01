package io.orderlake.benchmarks.measure;

import io.vavr.control.Option;
import java.time.Duration;

/**
 * What some work took.
 *
 * @param wall elapsed time
 * @param cpu of all cores together, in user and kernel mode; none where it is not known
 * @param peakMemory the greatest resident size while it ran, in bytes; none where it is not known
 */
public record Cost(Duration wall, Option<Duration> cpu, Option<Long> peakMemory) {
  /** What no work costs. */
  public static final Cost NOTHING =
      new Cost(Duration.ZERO, Option.of(Duration.ZERO), Option.of(0L));

  /** Elapsed time alone. */
  public static Cost of(Duration wall) {
    return new Cost(wall, Option.none(), Option.none());
  }

  /** This work and then that. */
  public Cost then(Cost next) {
    return new Cost(
        wall.plus(next.wall),
        cpu.flatMap(mine -> next.cpu.map(mine::plus)),
        peakMemory.flatMap(mine -> next.peakMemory.map(other -> Math.max(mine, other))));
  }
}
