package io.orderlake.bootstrap.architecture.offenders.adapters.filesystem;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Breaks: nothing is printed but through the screen. */
public final class AdapterOnAPrintStream {
  private AdapterOnAPrintStream() {}

  public static PrintStream on(OutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }
}
