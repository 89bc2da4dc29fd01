package io.orderlake.adapters.spark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Spark's timestamps: microseconds since the epoch, UTC. */
public final class Micros {
  private Micros() {}

  public static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
