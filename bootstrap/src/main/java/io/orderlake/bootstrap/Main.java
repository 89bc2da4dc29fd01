package io.orderlake.bootstrap;

import io.orderlake.bootstrap.cli.Orderlake;
import io.orderlake.bootstrap.cli.process.Surroundings;
import io.orderlake.bootstrap.terminal.Screen;

/** Runs the command line and ends the process with its exit code. */
public final class Main {
  /** What the launcher has this program say last: the end of the process may take a while. */
  private static final String FAREWELL = "orderlake.farewell";

  private Main() {}

  public static void main(String[] args) {
    Surroundings.layAside();
    int code = Orderlake.run(args);
    String farewell = System.getProperty(FAREWELL);
    if (code == 0 && farewell != null) {
      Screen.ofProcess().progress(farewell);
    }
    System.exit(code);
  }
}
