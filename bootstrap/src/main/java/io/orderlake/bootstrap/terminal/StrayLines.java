package io.orderlake.bootstrap.terminal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What somebody writes in bytes, taken line by line. Safe for use by several threads. */
final class StrayLines extends OutputStream {
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private final Consumer<String> lines;

  private StrayLines(Consumer<String> lines) {
    this.lines = lines;
  }

  /** A stream in UTF-8; a line that was begun is told when the next one ends it, or at the end. */
  static PrintStream stream(Consumer<String> lines) {
    return new PrintStream(new StrayLines(lines), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) {
    if (b == '\n') {
      tell();
    } else {
      begun.write(b);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  @Override
  public synchronized void close() {
    if (begun.size() > 0) {
      tell();
    }
  }

  /** Tabs, as stack traces have them, would be dots. */
  private void tell() {
    String line = begun.toString(StandardCharsets.UTF_8).replace("\t", "    ");
    begun.reset();
    lines.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }
}
