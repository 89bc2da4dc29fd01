package io.orderlake.bootstrap.cli.correct;

import io.orderlake.bootstrap.cli.process.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The word of a person before something is lost.
 *
 * @param shell whom to ask
 * @param isTerminal whether a person sits there
 */
record Confirmation(Shell shell, boolean isTerminal) {
  private static final Set<String> YES = Set.of("y", "yes");

  /** Of this process; the launcher says what standard input is. */
  static Confirmation in(Shell shell) {
    return new Confirmation(
        shell, shell.screen().isWatched() && Boolean.getBoolean("orderlake.terminal.in"));
  }

  /** Asks, and waits for a line; without a terminal says how to say so, which is no. */
  boolean asks(String question) {
    if (!isTerminal) {
      shell.screen().complain(question + ": nothing was done; say --yes to have it so");
      return false;
    }
    shell.screen().note(question + "; go on? (yes/no)");
    try {
      String answer =
          new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8)).readLine();
      boolean yes = answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
      if (!yes) {
        shell.screen().note("nothing was done");
      }
      return yes;
    } catch (IOException e) {
      throw new UncheckedIOException("reading the answer", e);
    }
  }
}
