package io.orderlake.adapters.duckdb;

import java.util.ArrayList;
import java.util.List;

/** The names of a struct's fields, out of its type as DuckDB writes it. */
final class StructNames {
  private static final String START = "STRUCT(";

  private final String type;
  private int at = START.length();

  private StructNames(String type) {
    this.type = type;
  }

  /**
   * In their order.
   *
   * @param type e.g. {@code STRUCT(a INTEGER, "b c" STRUCT(d VARCHAR)[])}
   */
  static List<String> of(String type) {
    return type.startsWith(START) ? new StructNames(type).names() : List.of();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    while (at < type.length()) {
      names.add(name());
      skipType();
    }
    return names;
  }

  /** A quote within a quoted name is written twice. */
  private String name() {
    int begun = at;
    if (type.charAt(at) == '"') {
      skipQuoted();
      return type.substring(begun + 1, at - 1).replace("\"\"", "\"");
    }
    while (at < type.length() && " ,()".indexOf(type.charAt(at)) < 0) {
      at++;
    }
    return type.substring(begun, at);
  }

  /** Up to behind the comma that ends the field, or the end. */
  private void skipType() {
    for (int depth = 0; at < type.length(); ) {
      char c = type.charAt(at);
      if (c == '"' || c == '\'') {
        skipQuoted();
        continue;
      }
      at++;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0) {
        at = type.length();
      } else if (depth == 0 && c == ',') {
        at++; // the space
        return;
      }
    }
  }

  private void skipQuoted() {
    char quote = type.charAt(at++);
    while (at < type.length()) {
      if (type.charAt(at++) == quote) {
        if (at == type.length() || type.charAt(at) != quote) {
          return;
        }
        at++;
      }
    }
  }
}
