package io.orderlake.application.twin;

import io.orderlake.application.contract.GoldTablesContract;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.domain.order.OrderEventDecoder;

class InMemoryGoldTest extends GoldTablesContract {
  @Override
  protected LakeLab newLab() {
    return new InMemoryLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new PlainOrderEventDecoder();
  }

  @Override
  protected int histories() {
    return 200;
  }
}
