package io.orderlake.adapters.console.html;

import io.vavr.collection.List;

/** A part of a document: elements, and texts that are never taken for anything else. */
public sealed interface Html permits Element, Text, Parts {
  /** Writes it as markup. */
  void write(StringBuilder out);

  /** On one line of text: what steers, hides or turns the line around is a dot. */
  static Html text(String text) {
    return new Text(text);
  }

  /** One after another. */
  static Html of(Iterable<? extends Html> parts) {
    return new Parts(List.ofAll(parts));
  }

  /** One after another; nothing at all where there are none. */
  static Html of(Html... parts) {
    return new Parts(List.of(parts));
  }

  /** As markup. */
  default String markup() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }
}
