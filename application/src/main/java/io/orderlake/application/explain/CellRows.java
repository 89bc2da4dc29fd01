package io.orderlake.application.explain;

import io.orderlake.domain.gold.CellSum;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lookup.PlacedSale;
import io.vavr.collection.Vector;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Adds up the rows of a cell, and keeps the first few of them in Bronze's order. Takes rows from
 * several threads.
 */
final class CellRows implements Consumer<PlacedSale> {
  private static final Comparator<PlacedSale> LAST_FIRST =
      Comparator.comparing(PlacedSale::order).reversed();

  private final GoldProjection projection;
  private final GoldKey key;
  private final long lastSequence;
  private final int limit;
  private final PriorityQueue<PlacedSale> first = new PriorityQueue<>(LAST_FIRST);
  private final CellSum sum;
  private long count;

  /**
   * @param lastSequence rows of later ingest sequences are not counted
   * @param limit how many rows to keep
   */
  CellRows(GoldProjection projection, GoldKey key, long lastSequence, int limit) {
    this.projection = projection;
    this.key = key;
    this.sum = new CellSum(projection.measures());
    this.lastSequence = lastSequence;
    this.limit = limit;
  }

  @Override
  public void accept(PlacedSale row) {
    if (row.order().ingestSequence() <= lastSequence && projection.keyOf(row.sale()).equals(key)) {
      add(row);
    }
  }

  private synchronized void add(PlacedSale row) {
    sum.add(row.sale());
    count++;
    first.add(row);
    if (first.size() > limit) {
      first.remove();
    }
  }

  synchronized Figures sum() {
    return sum.figures();
  }

  synchronized long count() {
    return count;
  }

  synchronized Vector<PlacedSale> first() {
    return Vector.ofAll(first);
  }
}
