package io.orderlake.domain.bronze;

import java.time.Instant;

/**
 * Kafka's timestamps, which are any number of milliseconds, beside those that every reader of a
 * table can show: years 1 to 9999. A table keeps the nearest of these and, where that is another
 * one, the number itself.
 */
public final class ShownTimestamp {
  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  private ShownTimestamp() {}

  /**
   * The nearest one that can be shown.
   *
   * @param millis since the epoch
   */
  public static long of(long millis) {
    return Math.max(FIRST, Math.min(LAST, millis));
  }

  /** True when it can be shown as it is. */
  public static boolean isExact(long millis) {
    return of(millis) == millis;
  }
}
