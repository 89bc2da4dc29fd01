package io.orderlake.bootstrap.architecture.offenders.application;

/** Breaks: nobody reads the clock in the application. */
public final class ApplicationOnTheClock {
  private ApplicationOnTheClock() {}

  public static long elapsed() {
    return System.nanoTime();
  }
}
