package io.orderlake.application.twin;

import io.orderlake.application.contract.GoldViewContract;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldView;
import java.util.List;
import java.util.Set;

class InMemoryGoldViewTest extends GoldViewContract {
  private final InMemoryGoldView gold = new InMemoryGoldView();

  @Override
  protected GoldView view() {
    return gold;
  }

  @Override
  protected long commit(GoldProjection projection, Set<String> replaced, List<GoldCell> added) {
    return gold.commit(projection, replaced, added);
  }
}
