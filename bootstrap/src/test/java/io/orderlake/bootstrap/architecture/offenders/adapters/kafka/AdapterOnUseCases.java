package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import io.orderlake.bootstrap.architecture.offenders.application.UseCase;

/** Breaks: adapters know no use case. */
public final class AdapterOnUseCases {
  private AdapterOnUseCases() {}

  public static String name() {
    return UseCase.name();
  }
}
