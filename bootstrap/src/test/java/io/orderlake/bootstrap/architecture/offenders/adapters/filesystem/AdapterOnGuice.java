package io.orderlake.bootstrap.architecture.offenders.adapters.filesystem;

import com.google.inject.Guice;
import com.google.inject.Injector;

/** Breaks: Guice stays in the bootstrap. */
public final class AdapterOnGuice {
  private AdapterOnGuice() {}

  public static Injector injector() {
    return Guice.createInjector();
  }
}
