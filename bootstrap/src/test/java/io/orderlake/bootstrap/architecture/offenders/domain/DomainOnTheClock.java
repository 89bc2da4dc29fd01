package io.orderlake.bootstrap.architecture.offenders.domain;

import java.time.Instant;

/** Breaks: nobody reads the clock in the domain. */
public final class DomainOnTheClock {
  private DomainOnTheClock() {}

  public static Instant today() {
    return Instant.now();
  }
}
