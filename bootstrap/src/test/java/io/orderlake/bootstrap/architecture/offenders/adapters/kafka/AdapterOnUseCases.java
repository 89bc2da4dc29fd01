package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import io.orderlake.bootstrap.architecture.offenders.application.UseCase;

/** Breaks: only the file system serves use cases. */
public final class AdapterOnUseCases {
  private AdapterOnUseCases() {}

  public static String name() {
    return UseCase.name();
  }
}
