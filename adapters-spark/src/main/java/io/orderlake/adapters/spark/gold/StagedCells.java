package io.orderlake.adapters.spark.gold;

import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.StagedRevenue;
import io.vavr.collection.TreeMap;
import java.util.List;

/**
 * A folded range in all tables that take it in.
 *
 * @param read how many rows of Silver were read
 */
record StagedCells(long read, List<StagedTable> tables) implements StagedRevenue {
  @Override
  public FoldCounts counts() {
    return tables.stream()
        .map(StagedTable::counts)
        .reduce(new FoldCounts(read, TreeMap.empty(), TreeMap.empty()), FoldCounts::plus);
  }

  @Override
  public void commit() {
    tables.forEach(StagedTable::commit);
  }

  @Override
  public void close() {
    tables.forEach(StagedTable::discard);
  }
}
