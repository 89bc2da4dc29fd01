package io.orderlake.application.generate;

import java.time.Duration;
import java.time.Instant;

/** How fast events are sent. */
public sealed interface Rate {
  /**
   * Evenly.
   *
   * @param eventsPerSecond above 0
   */
  record PerSecond(double eventsPerSecond) implements Rate {
    public PerSecond {
      if (!(eventsPerSecond > 0 && eventsPerSecond <= 10_000_000)) {
        throw new IllegalArgumentException(
            "a rate is above 0 and at most 10,000,000 events per second, not " + eventsPerSecond);
      }
    }
  }

  /** As fast as the log takes them. */
  record Unlimited() implements Rate {}

  /** A pacer that starts to count now. */
  default Pacer pacer(Instant start) {
    return this instanceof PerSecond paced
        ? new Pacer.Bucket(paced.eventsPerSecond(), start)
        : now -> Duration.ZERO;
  }

  /** Says when the next event is due. */
  @FunctionalInterface
  interface Pacer {
    /** Zero when an event is due now, which then counts as sent; else how long to wait. */
    Duration untilNext(Instant now);

    /** A token bucket: what a pause has missed is caught up for a second's worth, not more. */
    final class Bucket implements Pacer {
      private final double perSecond;
      private Instant last;
      private double tokens = 1;

      Bucket(double perSecond, Instant start) {
        this.perSecond = perSecond;
        this.last = start;
      }

      @Override
      public Duration untilNext(Instant now) {
        long elapsed = Math.max(0, Duration.between(last, now).toNanos());
        last = now;
        tokens = Math.min(Math.max(1, perSecond), tokens + elapsed * perSecond / 1e9);
        if (tokens >= 1) {
          tokens -= 1;
          return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * 1e9));
      }
    }
  }
}
