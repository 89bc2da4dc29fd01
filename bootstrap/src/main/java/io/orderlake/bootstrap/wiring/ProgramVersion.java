package io.orderlake.bootstrap.wiring;

/** Which Orderlake this is. */
public final class ProgramVersion {
  /** As people call it. */
  public static final String NUMBER = "0.1.0";

  private ProgramVersion() {}
}
