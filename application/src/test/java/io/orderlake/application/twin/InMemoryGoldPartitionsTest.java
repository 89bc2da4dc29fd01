package io.orderlake.application.twin;

import io.orderlake.application.contract.GoldPartitionsContract;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldPartitions;
import io.orderlake.domain.gold.GoldProjection;
import java.util.List;
import java.util.Set;

class InMemoryGoldPartitionsTest extends GoldPartitionsContract {
  private final InMemoryGoldView gold = new InMemoryGoldView();

  @Override
  protected GoldPartitions partitions() {
    return new InMemoryGoldPartitions(gold);
  }

  @Override
  protected long commit(GoldProjection projection, Set<String> replaced, List<GoldCell> added) {
    return gold.commit(projection, replaced, added);
  }
}
