package io.orderlake.adapters.delta.lake;

import java.time.Instant;

/** Timestamps as tables hold them: microseconds since 1970, of any year. */
public final class Micros {
  private Micros() {}

  public static long of(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }
}
