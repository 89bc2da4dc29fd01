package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeLookupContract;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.List;
import java.util.Set;

class InMemoryLakeLookupTest extends LakeLookupContract {
  private final InMemoryBronzeView bronze = new InMemoryBronzeView();
  private final InMemorySilverView silver = new InMemorySilverView();
  private final InMemoryQuarantineView quarantine = new InMemoryQuarantineView();
  private final InMemoryGoldView gold = new InMemoryGoldView();

  @Override
  protected LakeLookup lookup() {
    return new InMemoryLakeLookup(bronze, silver, quarantine, gold);
  }

  @Override
  protected long append(long sequence, List<BronzeRecord> records) {
    return bronze.append(sequence, records);
  }

  @Override
  protected long appendRows(List<RefinedOrder> rows) {
    return silver.append(rows);
  }

  @Override
  protected long appendQuarantined(List<QuarantinedRecord> records) {
    return quarantine.append(records);
  }

  @Override
  protected long appendCells(GoldProjection projection, List<GoldCell> cells) {
    return gold.commit(projection, Set.of(), cells);
  }

  @Override
  protected long release(List<ReleasedRecord> records) {
    return quarantine.release(records);
  }
}
