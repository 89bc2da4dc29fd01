package io.orderlake.domain.source;

import io.orderlake.domain.order.ContentHash;

/** Counts lines that say the same, so that each is an event of its own. */
@FunctionalInterface
public interface LineCount {
  /** How many lines of that content there were, this one included. */
  int next(ContentHash content);
}
