package io.orderlake.application.twin;

import io.orderlake.application.contract.AllBatchingsContract;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.domain.order.OrderEventDecoder;

class InMemoryAllBatchingsTest extends AllBatchingsContract {
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
