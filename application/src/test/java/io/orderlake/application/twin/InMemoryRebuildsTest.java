package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.SilverRebuildsContract;
import io.orderlake.domain.order.OrderEventDecoder;

class InMemoryRebuildsTest extends SilverRebuildsContract {
  @Override
  protected LakeLab newLab() {
    return new InMemoryLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new PlainOrderEventDecoder();
  }
}
