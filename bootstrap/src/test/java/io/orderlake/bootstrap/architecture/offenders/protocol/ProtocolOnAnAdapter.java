package io.orderlake.bootstrap.architecture.offenders.protocol;

import io.orderlake.bootstrap.architecture.offenders.adapters.filesystem.AdapterOnPicocli;

/** Breaks: the protocol knows the domain and Jackson only. */
public final class ProtocolOnAnAdapter {
  private ProtocolOnAnAdapter() {}

  public static Object line(Object command) {
    return AdapterOnPicocli.line(command);
  }
}
