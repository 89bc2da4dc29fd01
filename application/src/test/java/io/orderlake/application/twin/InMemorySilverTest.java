package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.SilverTableContract;
import io.orderlake.domain.order.OrderEventDecoder;

class InMemorySilverTest extends SilverTableContract {
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
