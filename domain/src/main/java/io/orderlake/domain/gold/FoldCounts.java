package io.orderlake.domain.gold;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/**
 * What folding Silver rows into Gold came to.
 *
 * @param read Silver rows, as Silver's log counts them
 * @param events by Gold table, the events its changed cells gained
 * @param cellsChanged by Gold table, the cells added or changed
 */
public record FoldCounts(
    long read, SortedMap<String, Long> events, SortedMap<String, Long> cellsChanged) {
  public static final FoldCounts ZERO = new FoldCounts(0, TreeMap.empty(), TreeMap.empty());

  public FoldCounts plus(FoldCounts other) {
    return new FoldCounts(
        Math.addExact(read, other.read),
        events.merge(other.events, Math::addExact),
        cellsChanged.merge(other.cellsChanged, Math::addExact));
  }

  /** True when every table gained each row that was read, once. */
  public boolean conserves() {
    return events.values().forAll(gained -> gained == read);
  }
}
