package io.orderlake.domain.feed;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/**
 * What is known of a table before it is opened.
 *
 * @param delimiter what separates its cells; none to find out
 * @param expected columns that the header should have, which tell the right delimiter from others
 */
public record TableLayout(Option<Character> delimiter, Set<String> expected) {
  /** Nothing is known. */
  public static final TableLayout UNKNOWN = new TableLayout(Option.none(), HashSet.empty());
}
