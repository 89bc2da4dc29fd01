package io.orderlake.bootstrap.architecture.offenders.adapters.filesystem;

import io.orderlake.bootstrap.architecture.offenders.bootstrap.Wiring;

/** Breaks: nobody knows the bootstrap. */
public final class AdapterOnBootstrap {
  private AdapterOnBootstrap() {}

  public static String name() {
    return Wiring.name();
  }
}
