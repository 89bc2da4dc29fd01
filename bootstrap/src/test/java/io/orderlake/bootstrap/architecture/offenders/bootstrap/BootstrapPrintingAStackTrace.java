package io.orderlake.bootstrap.architecture.offenders.bootstrap;

/** Breaks: nothing is printed but through the screen. */
public final class BootstrapPrintingAStackTrace {
  private BootstrapPrintingAStackTrace() {}

  public static void tell(Exception failure) {
    failure.printStackTrace();
  }
}
