package io.orderlake.application.metrics;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.ArrayList;

/**
 * The state of a fold, written down as lines of fields: first a word that tells what the line is
 * of. No field has a tab or a line end in it.
 */
final class FoldLines {
  private static final String BETWEEN = "\t";

  private final ArrayList<String> lines = new ArrayList<>();

  void add(Object... fields) {
    lines.add(List.of(fields).mkString(BETWEEN));
  }

  Seq<String> all() {
    return List.ofAll(lines);
  }

  /** The fields of a line. */
  static List<String> fields(String line) {
    return List.of(line.split(BETWEEN, -1));
  }
}
