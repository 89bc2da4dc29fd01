package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.QuarantineRedriveContract;
import io.orderlake.domain.order.OrderEventDecoder;

class InMemoryRedriveTest extends QuarantineRedriveContract {
  @Override
  protected LakeLab newLab() {
    return new InMemoryLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new PlainOrderEventDecoder();
  }
}
