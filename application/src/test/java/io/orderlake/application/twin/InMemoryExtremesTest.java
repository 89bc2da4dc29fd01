package io.orderlake.application.twin;

import io.orderlake.application.contract.ExtremesContract;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.domain.order.OrderEventDecoder;

class InMemoryExtremesTest extends ExtremesContract {
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
    return 16;
  }

  @Override
  protected int records() {
    return 250;
  }
}
