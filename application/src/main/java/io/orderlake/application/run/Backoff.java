package io.orderlake.application.run;

import java.time.Duration;

/**
 * Ever longer pauses between attempts that fail one after the other: each twice the one before it.
 * A success begins anew.
 *
 * @param first after the first failure
 * @param most no pause is longer
 */
public record Backoff(Duration first, Duration most) {
  private static final int MOST_DOUBLINGS = 30;

  /**
   * The pause before the next attempt.
   *
   * @param failures in a row so far, from 1
   */
  public Duration after(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(Math.max(0, failures - 1), MOST_DOUBLINGS));
    return pause.compareTo(most) < 0 ? pause : most;
  }
}
