package io.orderlake.application.explain;

import io.orderlake.application.lake.FirstFew;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.CellSum;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lookup.PlacedSale;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Adds up the rows of a cell, and keeps the first few of them in Bronze's order. Takes rows from
 * several threads.
 */
final class CellRows implements Consumer<PlacedSale> {
  private final GoldProjection projection;
  private final GoldKey key;
  private final long lastSequence;
  private final FirstFew<PlacedSale> first;
  private final java.util.Set<LinePosition> later = new java.util.HashSet<>();
  private final List<PlacedSale> withdrawals = new ArrayList<>();
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
    this.first = new FirstFew<>(Comparator.comparing(PlacedSale::order), limit);
  }

  @Override
  public void accept(PlacedSale row) {
    if (projection.keyOf(row.sale()).equals(key)) {
      take(row, row.order().ingestSequence() <= lastSequence);
    }
  }

  private synchronized void take(PlacedSale row, boolean isEarly) {
    if (!isEarly) {
      later.add(row.order().position());
    } else if (row.sale().isWithdrawal()) {
      withdrawals.add(row);
    } else {
      add(row);
    }
  }

  /** The records whose rows {@link #end} has to see to tell which withdrawals are counted. */
  synchronized Set<SourcePosition> doubtful() {
    return later.isEmpty() || withdrawals.isEmpty()
        ? HashSet.empty()
        : HashSet.ofAll(withdrawals)
            .map(row -> row.order().source())
            .addAll(HashSet.ofAll(later).map(LinePosition::source));
  }

  /**
   * Counts withdrawals, which are counted with their events: one that has waited for its event is
   * of an earlier record than that.
   *
   * @param rows those of {@link #doubtful}
   */
  synchronized void end(Vector<RefinedOrder> rows) {
    Map<LinePosition, String> events =
        rows.toMap(row -> row.provenance().order().position(), RefinedOrder::eventId);
    Set<String> uncounted = HashSet.ofAll(later).flatMap(events::get);
    for (PlacedSale withdrawal : withdrawals) {
      if (!events.get(withdrawal.order().position()).exists(uncounted::contains)) {
        add(withdrawal);
      }
    }
  }

  private void add(PlacedSale row) {
    sum.add(row.sale());
    count++;
    first.add(row);
  }

  synchronized Figures sum() {
    return sum.figures();
  }

  synchronized long count() {
    return count;
  }

  synchronized Vector<PlacedSale> first() {
    return first.inOrder();
  }
}
