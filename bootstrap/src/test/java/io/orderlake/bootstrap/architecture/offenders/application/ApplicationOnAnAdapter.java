package io.orderlake.bootstrap.architecture.offenders.application;

import io.orderlake.bootstrap.architecture.offenders.adapters.filesystem.AdapterOnBootstrap;

/** Breaks: the application knows the domain only. */
public final class ApplicationOnAnAdapter {
  private ApplicationOnAnAdapter() {}

  public static String name() {
    return AdapterOnBootstrap.name();
  }
}
