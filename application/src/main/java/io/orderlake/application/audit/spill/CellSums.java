package io.orderlake.application.audit.spill;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.gold.Figures;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up what falls into cells, as far as memory allows, before it goes to the pile. For one
 * thread.
 */
public final class CellSums {
  private static final int CELLS_AT_ONCE = 100_000;

  private final SpilledCells pile;
  private final Map<CellId, Partial> sums = new HashMap<>();

  /** Nothing yet; what is added up goes to that pile. */
  public CellSums(SpilledCells pile) {
    this.pile = pile;
  }

  private record Partial(Figures sum, BronzeOrder first) {
    Partial plus(Partial other) {
      return new Partial(
          sum.plus(other.sum), first.compareTo(other.first) <= 0 ? first : other.first);
    }
  }

  /** An event that falls into the cell, with what it adds and where in Bronze it lies. */
  public void add(CellId cell, Figures figures, BronzeOrder order) {
    sums.merge(cell, new Partial(figures, order), Partial::plus);
    if (sums.size() >= CELLS_AT_ONCE) {
      flush();
    }
  }

  /** Hands in what was added up. */
  public void flush() {
    sums.forEach((cell, partial) -> pile.addReplayed(cell, partial.sum, partial.first));
    sums.clear();
  }
}
