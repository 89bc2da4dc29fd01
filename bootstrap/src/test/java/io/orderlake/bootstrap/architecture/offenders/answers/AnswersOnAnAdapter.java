package io.orderlake.bootstrap.architecture.offenders.answers;

import io.orderlake.bootstrap.architecture.offenders.adapters.filesystem.AdapterOnPicocli;

/** Breaks: the answers know use cases and the protocol only. */
public final class AnswersOnAnAdapter {
  private AnswersOnAnAdapter() {}

  public static Object line(Object command) {
    return AdapterOnPicocli.line(command);
  }
}
