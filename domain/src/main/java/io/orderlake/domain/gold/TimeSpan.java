package io.orderlake.domain.gold;

import java.io.Serializable;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param to the first moment after it
 */
public record TimeSpan(Instant from, Instant to) implements Serializable {
  public TimeSpan {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a span ends after it begins: " + from + ", " + to);
    }
  }

  public boolean holds(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
