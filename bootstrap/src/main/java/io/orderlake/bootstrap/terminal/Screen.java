package io.orderlake.bootstrap.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output for results, standard error for progress and problems, both in UTF-8 whatever the
 * locale says. Safe for use by several threads.
 */
public final class Screen {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private boolean progressShown;

  /**
   * A screen on these streams.
   *
   * @param outIsTerminal a person reads the results as they come
   * @param errIsTerminal a person watches the progress
   */
  public Screen(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {
    this.out = out;
    this.err = err;
    this.outIsTerminal = outIsTerminal;
    this.errIsTerminal = errIsTerminal;
  }

  /** The process's own streams; the launcher says which of them are terminals. */
  public static Screen ofProcess() {
    return new Screen(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Boolean.getBoolean("orderlake.terminal.out"),
        Boolean.getBoolean("orderlake.terminal.err"));
  }

  /** A line of the result. */
  public synchronized void say(String line) {
    endProgress();
    out.println(line);
  }

  /** A line about the work, not part of the result. */
  public synchronized void note(String line) {
    endProgress();
    err.println(line);
  }

  /** What went wrong, with the program's name before it. */
  public void complain(String message) {
    note("orderlake: " + message);
  }

  /** Replaces the line of progress; silent when nobody watches. */
  public synchronized void progress(String line) {
    if (errIsTerminal) {
      err.print(CLEAR_LINE + line);
      err.flush();
      progressShown = true;
    }
  }

  /** Takes the line of progress away. */
  public synchronized void endProgress() {
    if (progressShown) {
      err.print(CLEAR_LINE);
      err.flush();
      progressShown = false;
    }
  }

  public boolean isWatched() {
    return errIsTerminal;
  }

  public String bold(String text) {
    return styled("1", text);
  }

  public String faint(String text) {
    return styled("2", text);
  }

  public String green(String text) {
    return styled("32", text);
  }

  public String red(String text) {
    return styled("31", text);
  }

  private String styled(String code, String text) {
    return outIsTerminal ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
