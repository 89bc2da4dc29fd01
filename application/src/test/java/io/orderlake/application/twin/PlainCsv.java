package io.orderlake.application.twin;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV (RFC 4180) one character at a time. */
final class PlainCsv {
  private final String text;
  private int at;

  PlainCsv(String text) {
    this.text = text;
  }

  /** The next row's cells; empty at the end. Blank lines are passed over. */
  List<String> nextRow() {
    while (at < text.length() && isLineEnd(text.charAt(at))) {
      at++;
    }
    List<String> cells = new ArrayList<>();
    if (at == text.length()) {
      return cells;
    }
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      cells.add(cell());
    }
    return cells;
  }

  private String cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else if (at == text.length() || text.charAt(at) == ',' || isLineEnd(text.charAt(at))) {
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
