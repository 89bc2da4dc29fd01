package io.orderlake.bootstrap.architecture.offenders.adapters.filesystem;

import picocli.CommandLine;

/** Breaks: picocli stays in the bootstrap. */
public final class AdapterOnPicocli {
  private AdapterOnPicocli() {}

  public static CommandLine line(Object command) {
    return new CommandLine(command);
  }
}
