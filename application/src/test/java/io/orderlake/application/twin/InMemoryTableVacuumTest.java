package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.TableVacuumContract;
import io.orderlake.domain.order.OrderEventDecoder;

class InMemoryTableVacuumTest extends TableVacuumContract {
  @Override
  protected LakeLab newLab() {
    return new InMemoryLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new PlainOrderEventDecoder();
  }
}
