package io.orderlake.bootstrap.terminal;

import io.orderlake.answers.text.Document;
import io.orderlake.domain.text.SafeText;
import io.vavr.control.Option;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The one way out: standard output for results, standard error for progress and problems, both in
 * UTF-8 whatever the locale says. Whatever a line holds, it is one line, and nothing in it steers
 * the terminal ({@link SafeText}). Safe for use by several threads.
 */
public final class Screen {
  private static final String CLEAR_LINE = "\r\u001b[K";

  /** No sentence is longer, unless an event made it so. */
  private static final int LONGEST_LINE = 10_000;

  /** What a system says of a reader that has seen enough, such as {@code head}. */
  private static final String READER_GONE = "Broken pipe";

  private static final RememberingOutput RESULTS =
      new RememberingOutput(new FileOutputStream(FileDescriptor.out));

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

  /**
   * The process's own streams; the launcher says which of them are terminals. What libraries print
   * by themselves goes through the screen from now on.
   */
  public static Screen ofProcess() {
    Screen screen =
        new Screen(
            new PrintStream(RESULTS, true, StandardCharsets.UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            Boolean.getBoolean("orderlake.terminal.out"),
            Boolean.getBoolean("orderlake.terminal.err"));
    System.setOut(StrayLines.stream(screen::say));
    System.setErr(StrayLines.stream(screen::note));
    return screen;
  }

  /** Why part of the results did not get to where this process's standard output goes. */
  public static Option<IOException> lostResults() {
    return RESULTS
        .failure()
        .filter(failure -> !String.valueOf(failure.getMessage()).contains(READER_GONE));
  }

  /** A line of the result. */
  public void say(String line) {
    say(Line.of(line));
  }

  /** A line of the result. */
  public synchronized void say(Line line) {
    endProgress();
    out.println(rendered(line));
  }

  /** The whole result, for a program; to a terminal nothing goes as it is stored. */
  public synchronized void say(Document document) {
    endProgress();
    boolean shown = document.asStored() && outIsTerminal;
    document.lines().forEach(line -> out.println(shown ? SafeText.line(line) : line));
  }

  /** A line about the work, not part of the result. */
  public synchronized void note(String line) {
    endProgress();
    err.println(SafeText.line(line, LONGEST_LINE));
  }

  /** What went wrong, with the program's name before it. */
  public void complain(String message) {
    note("orderlake: " + message);
  }

  /** Replaces the line of progress; silent when nobody watches. */
  public synchronized void progress(String line) {
    if (errIsTerminal) {
      err.print(CLEAR_LINE + SafeText.line(line, LONGEST_LINE));
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

  /** For a library that writes a result of its own, such as a help page; without styles. */
  public PrintWriter writer() {
    Consumer<String> line = this::say;
    return new PrintWriter(StrayLines.stream(line), true, StandardCharsets.UTF_8);
  }

  private String rendered(Line line) {
    return line.stretches()
        .map(stretch -> styled(stretch.style(), SafeText.line(stretch.text(), LONGEST_LINE)))
        .mkString();
  }

  private String styled(Line.Style style, String text) {
    return outIsTerminal && style != Line.Style.PLAIN
        ? "\u001b[" + style.code() + "m" + text + "\u001b[0m"
        : text;
  }
}
