package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import io.orderlake.bootstrap.architecture.offenders.adapters.filesystem.AdapterOnBootstrap;

/** Breaks: adapters do not know each other. */
public final class AdapterOnAnother {
  private AdapterOnAnother() {}

  public static String name() {
    return AdapterOnBootstrap.name();
  }
}
