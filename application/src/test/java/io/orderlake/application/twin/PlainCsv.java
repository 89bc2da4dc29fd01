package io.orderlake.application.twin;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV (RFC 4180), or the like with other signs, one character at a time. */
final class PlainCsv {
  private final String text;
  private final char delimiter;
  private final Option<Character> quote;
  private int at;
  private int rowAt;

  PlainCsv(String text, char delimiter, Option<Character> quote) {
    this.text = text;
    this.delimiter = delimiter;
    this.quote = quote;
  }

  /** The next row's cells; empty at the end. Blank lines are passed over. */
  List<String> nextRow() {
    while (at < text.length() && isLineEnd(text.charAt(at))) {
      at++;
    }
    List<String> cells = new ArrayList<>();
    rowAt = at;
    if (at == text.length()) {
      return cells;
    }
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == delimiter) {
      at++;
      cells.add(cell());
    }
    return cells;
  }

  /** The line on which the row begins that was read last. */
  long line() {
    return 1
        + text.substring(0, rowAt)
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .chars()
            .filter(c -> c == '\n')
            .count();
  }

  private String cell() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && quote.contains(text.charAt(at))) {
      return quoted();
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != delimiter && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (!quote.contains(c)) {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == c) {
        cell.append(c);
        at++;
      } else if (at == text.length()
          || text.charAt(at) == delimiter
          || isLineEnd(text.charAt(at))) {
        return cell.toString();
      } else {
        throw new IllegalStateException("text behind a closing quote");
      }
    }
    throw new IllegalStateException("a quote is never closed");
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
