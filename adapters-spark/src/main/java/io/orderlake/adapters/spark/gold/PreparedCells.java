package io.orderlake.adapters.spark.gold;

import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.PreparedRevenue;
import io.vavr.collection.TreeMap;
import java.util.List;

/**
 * A folded range in all tables that take it in.
 *
 * @param read how many rows of Silver were read
 */
record PreparedCells(long read, List<PreparedTable> tables) implements PreparedRevenue {
  @Override
  public FoldCounts counts() {
    return tables.stream()
        .map(PreparedTable::counts)
        .reduce(new FoldCounts(read, TreeMap.empty(), TreeMap.empty()), FoldCounts::plus);
  }

  @Override
  public void commit() {
    tables.forEach(PreparedTable::commit);
  }

  @Override
  public void close() {
    tables.forEach(PreparedTable::discard);
  }
}
