package io.orderlake.application.twin;

import io.orderlake.application.contract.CorrectionContract;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.domain.order.OrderEventDecoder;

class InMemoryCorrectionTest extends CorrectionContract {
  @Override
  protected LakeLab newLab() {
    return new InMemoryLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new PlainOrderEventDecoder();
  }
}
