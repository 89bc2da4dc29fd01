package io.orderlake.bootstrap;

import io.orderlake.bootstrap.cli.Orderlake;
import io.orderlake.bootstrap.cli.Shell;

/** Runs the command line and ends the process with its exit code. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Orderlake.commandLine(Shell.ofProcess()).execute(args));
  }
}
