package io.orderlake.bootstrap.architecture.offenders.bootstrap;

/** Breaks: nothing is printed but through the screen. */
public final class BootstrapOnTheConsole {
  private BootstrapOnTheConsole() {}

  public static void shout(String city) {
    System.err.println("no such city: " + city);
  }
}
