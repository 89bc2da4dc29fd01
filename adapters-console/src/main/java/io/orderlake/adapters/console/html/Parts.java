package io.orderlake.adapters.console.html;

import io.vavr.collection.List;

/**
 * Several parts.
 *
 * @param parts in their order
 */
record Parts(List<? extends Html> parts) implements Html {
  @Override
  public void write(StringBuilder out) {
    parts.forEach(part -> part.write(out));
  }
}
