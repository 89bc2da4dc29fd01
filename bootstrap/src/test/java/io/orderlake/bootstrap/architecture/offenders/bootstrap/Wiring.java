package io.orderlake.bootstrap.architecture.offenders.bootstrap;

/** What nobody else has business with. */
public final class Wiring {
  private Wiring() {}

  public static String name() {
    return "wiring";
  }
}
