package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.TableCompactionContract;
import io.orderlake.domain.order.OrderEventDecoder;

class InMemoryTableCompactionTest extends TableCompactionContract {
  @Override
  protected LakeLab newLab() {
    return new InMemoryLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new PlainOrderEventDecoder();
  }
}
